"""The year's plan: the sheets it is typed in, what they mean, and how a task stands on a day. Pure."""
