"""The parts of the report that is signed, each a module: data in, sentences out."""
