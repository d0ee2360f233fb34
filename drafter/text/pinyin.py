"""How characters sound: the only user of pypinyin, whose tables are loaded on first use."""

from __future__ import annotations

import re
from functools import cache
from itertools import product


@cache
def _sounds() -> dict[str, tuple[str, ...]]:
    """The sounds of every character of GB 2312, without tones, the most usual first."""
    from pypinyin.contrib.tone_convert import to_normal
    from pypinyin.pinyin_dict import pinyin_dict

    found: dict[str, tuple[str, ...]] = {}
    for code, sounds in pinyin_dict.items():
        try:
            chr(code).encode("gb2312")
        except UnicodeEncodeError:
            continue
        plain = (to_normal(sound).replace("ü", "v") for sound in sounds.split(","))
        found[chr(code)] = tuple(dict.fromkeys(plain))
    return found


@cache
def _characters() -> dict[str, str]:
    """The characters of every sound; those whose usual sound it is."""
    found: dict[str, list[str]] = {}
    for character, sounds in _sounds().items():
        for sound in sounds[:2]:
            found.setdefault(sound, []).append(character)
    return {sound: "".join(characters) for sound, characters in found.items()}


def characters_of(sound: str) -> str:
    """The characters that sound like one syllable (chan), or ""."""
    return _characters().get(sound, "")


def sound_of(text: str) -> str:
    """How a text may be typed by its sound: the first letters of its characters, a space, and the whole syllables."""
    sounds = [_sounds().get(character, (character.lower(),))[0] for character in text if not character.isspace()]
    return f"{''.join(sound[0] for sound in sounds)} {''.join(sounds)}"


def spellings(text: str, most: int = 4) -> list[tuple[str, ...]]:
    """How a text sounds, syllable by syllable: Latin letters are cut into syllables, characters give theirs."""
    parts = re.findall(r"[a-zü]+|[\u4e00-\u9fff]", text.lower().replace("'", " "))
    if not parts or len("".join(parts)) != len(re.sub(r"[\s'’]", "", text)):
        return []
    ways = [_cut(part) if part.isascii() else [(sound,) for sound in _sounds().get(part, ())[:1]] for part in parts]
    return [sum(way, ()) for way in product(*(way[:most] for way in ways))][:most]


def _cut(letters: str) -> list[tuple[str, ...]]:
    """All ways to cut letters into syllables, those with fewest first."""
    if not letters:
        return [()]
    known = _characters()
    ways = [
        (letters[:end], *rest)
        for end in range(min(6, len(letters)), 0, -1)
        if letters[:end] in known
        for rest in _cut(letters[end:])
    ]
    return sorted(ways, key=len)[:8]
