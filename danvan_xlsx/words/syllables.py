"""Whether a word can be a Vietnamese syllable: what tells real words from letters read by the wrong table."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_RHYMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong op ot
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uynh uyt uyu
ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y ych yêm yên yêng yêt yêu ynh yt
    """
#: What may stand before them; c, g, ng and k, gh, ngh share the vowels between them.
_BEFORE_ANY = "b|ch|d|đ|gi|h|kh|l|m|n|nh|p|ph|qu|r|s|t|th|tr|v|x|"
_SYLLABLE = re.compile(
    rf"(?:(?:{_BEFORE_ANY})|(?:c|ng)(?![ieêy])|g(?![eêy])|(?:k|gh|ngh)(?=[ieêy]))"
    rf"(?:{'|'.join(sorted(_RHYMES.split(), key=len, reverse=True))})"
)
_ACUTE, _DOT = "\u0301", "\u0323"
_TONES = frozenset("\u0300\u0303\u0309" + _ACUTE + _DOT)


@lru_cache(maxsize=4096)
def is_syllable(word: str) -> bool:
    """In Unicode, capitals or not; what ends in a stop has a rising or a heavy tone."""
    letters = unicodedata.normalize("NFD", word.lower())
    tones = [letter for letter in letters if letter in _TONES]
    bare = unicodedata.normalize("NFC", "".join(letter for letter in letters if letter not in _TONES))
    if len(tones) > 1 or not _SYLLABLE.fullmatch(bare):
        return False
    return not bare.endswith(("c", "ch", "p", "t")) or tones in ([_ACUTE], [_DOT])
