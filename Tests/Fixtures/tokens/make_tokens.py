#!/usr/bin/env python3
"""Writes tokens.json: merges learnt by the slow, plain rule, and the tokens that tiktoken and
tokenizers make of odd texts by the same merges. pip install tiktoken tokenizers regex"""

import collections
import json
import pathlib

import regex
import tiktoken
import tokenizers

SPLIT = r"""'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"""

TEXT = """The cat sat on the mat, and the other cat sat on the other mat. It's the cat's mat; they've said
they'll sit there, and we're sure that they'd stay. Attention, attention: what attends to what?
   Numbers 1, 12, 123, 1234 and 12345; 2024, 2025, 2026. a = [1, 2, 3]; b = [4, 5, 6]
def attend(q, k, v):
    scores = q @ k.T / k.shape[-1] ** 0.5
    return softmax(scores) @ v
Straße, Größe, größer, naïve, café, cafés, déjà vu. Привет, привет, мир. 日本語と日本。 😀😀 😀 👍🏽 👩‍👩‍👧
strawberry strawberries raspberry raspberries blueberry blueberries
""" * 3

ODD = [
    "", " ", "  ", "\n", " \n ", "a", "  a", "the cat sat", " the cat", "The CAT", "it's", "IT'S", "'sup", "''s",
    "they've we'll I'd I'm you're don't", "a'b'c", "strawberry", " strawberry", "Strawberry", "strawberries!!",
    "123456789", "3.14159", "1 000", "x=1", "tab\there", "line\r\nline", "two  spaces", "end  ", "   three before",
    "\u00a0non-breaking\u00a0", "\u2003em\u2003space", "\u200bzero width", "e\u0301 é", "Straße", "größte", "Привет мир",
    "日本語です", "مرحبا بالعالم", "नमस्ते", "😀", " 😀😀", "👍🏽", "👩‍👩‍👧", "🇩🇪🇫🇷", "\u0000\u0001", "\x1c\x1d a",
    "\ufeffbom", "½ ⅷ ²", "a_b-c", "...!?", "…—–", "def f(x):\n    return x\n\n\n", "aaaa" * 9, "the" * 20, "٣٤٥",
    "ǅ ª ʰ", "\u2028line\u2029", "<|user|>hello<|end|>", "\u0300alone", "𝔘𝔫𝔦", "🜁", "\U0010fffd",
]


def learn(text, most):
    words = collections.Counter(regex.findall(SPLIT, text))
    words = [(list(word.encode()), count) for word, count in words.items()]
    merges = []
    while len(merges) < most:
        pairs = collections.Counter()
        for word, count in words:
            for pair in zip(word, word[1:]):
                pairs[pair] += count
        if not pairs or max(pairs.values()) < 2:
            break
        pair, count = min(pairs.items(), key=lambda item: (-item[1], item[0]))
        merges.append([*pair, count])
        words = [(merged(word, pair, 255 + len(merges)), n) for word, n in words]
    return merges


def merged(word, pair, token):
    out, at = [], 0
    while at < len(word):
        if tuple(word[at : at + 2]) == pair:
            out.append(token)
            at += 2
        else:
            out.append(word[at])
            at += 1
    return out


def by_tiktoken(merges):
    ranks = [bytes([byte]) for byte in range(256)]
    for left, right, _ in merges:
        ranks.append(ranks[left] + ranks[right])
    assert len(set(ranks)) == len(ranks), "two tokens of the same bytes"
    encoding = tiktoken.Encoding(
        "ours", pat_str=SPLIT, mergeable_ranks={word: at for at, word in enumerate(ranks)}, special_tokens={}
    )
    return lambda text: encoding.encode(text, disallowed_special=())


def by_tokenizers(merges):
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    rest = [byte for byte in range(256) if byte not in printable]
    letters = {byte: chr(byte) for byte in printable} | {byte: chr(256 + at) for at, byte in enumerate(rest)}
    names = [letters[byte] for byte in range(256)]
    for left, right, _ in merges:
        names.append(names[left] + names[right])
    model = tokenizers.models.BPE(
        {name: at for at, name in enumerate(names)}, [(names[left], names[right]) for left, right, _ in merges]
    )
    whole = tokenizers.Tokenizer(model)
    whole.pre_tokenizer = tokenizers.pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True)
    return lambda text: whole.encode(text).ids


def main():
    merges = learn(TEXT, 300)
    one, other = by_tiktoken(merges), by_tokenizers(merges)
    texts = []
    for text in ODD + [TEXT[:600]]:
        tokens = one(text)
        assert tokens == other(text), text
        texts.append({"text": text, "tokens": tokens, "words": regex.findall(SPLIT, text)})
    out = {"training": TEXT, "merges": merges, "texts": texts}
    path = pathlib.Path(__file__).with_name("tokens.json")
    path.write_text(json.dumps(out, ensure_ascii=True, separators=(",", ":")) + "\n")


main()
