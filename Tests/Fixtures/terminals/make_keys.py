#!/usr/bin/env python3
"""Writes keys.txt: every key of these terminals, as the descriptions of ncurses have them.

Needs Debian's ncurses-bin and ncurses-term. A line is a terminal type, the name of a capability,
and the bytes that the key sends, in hexadecimal.
"""
import pathlib
import re
import subprocess

TYPES = """
xterm xterm-256color xterm-direct xterm-mono xterm-vt220 xterm-sun xterm-hp xterm-sco xterm-nic
xterm-r6 kitty alacritty mintty konsole gnome vte terminator iterm2 iterm
linux linux-16color screen screen-256color screen.xterm-256color screen.putty tmux tmux-256color
putty putty-256color putty-sco putty-vt100 rxvt rxvt-256color rxvt-unicode-256color rxvt-cygwin
st st-256color Eterm mlterm mrxvt kterm aterm eterm-color dtterm nsterm vt52 vt100 vt220 vt320
vt420 ansi scoansi pcansi cons25 cygwin ms-terminal sun wyse50 wyse60 tvi925 adm3a hp2392 aixterm
beterm interix teraterm wsvt25 dvtm hurd bterm
""".split()
ESCAPES = {"E": 27, "e": 27, "n": 10, "l": 10, "r": 13, "t": 9, "b": 8, "f": 12, "s": 32, "0": 128}


def decode(text: str) -> bytes:
    out = bytearray()
    at = 0
    while at < len(text):
        char = text[at]
        octal = re.match(r"\\([0-7]{3})", text[at:])
        if octal:
            out.append(int(octal[1], 8))
            at += 4
        elif char == "\\":
            out.append(ESCAPES.get(text[at + 1], ord(text[at + 1])))
            at += 2
        elif char == "^" and at + 1 < len(text):
            out.append(127 if text[at + 1] == "?" else ord(text[at + 1]) & 31)
            at += 2
        else:
            out.append(ord(char))
            at += 1
    return bytes(out)


lines = []
for name in dict.fromkeys(TYPES):
    shown = subprocess.run(["infocmp", "-1", "-x", name], capture_output=True, text=True)
    if shown.returncode != 0:
        print("not installed:", name)
        continue
    for capability, value in re.findall(r"^\t(k\w+)=(.*),$", shown.stdout, re.MULTILINE):
        if capability not in ("kmous", "ka") and value:
            lines.append(f"{name} {capability} {decode(value).hex()}")
path = pathlib.Path(__file__).with_name("keys.txt")
path.write_text("\n".join(lines) + "\n")
kinds = {line.split()[0] for line in lines}
print(len(lines), "keys of", len(kinds), "terminals,", len({l.split()[2] for l in lines}), "different")
