"""Makes python-str.json: what CPython prints of JSON values. Run with CPython 3.11 or later."""

import json
import random
import unicodedata

random.seed(2026)

SCALARS = ["null", "true", "false", "0", "-0", "-0.0", "7", "1e2", "1E+2", "123456789012345678901234567890"]
FLOATS = ["0.1", "1.0", "100.0", "1e15", "1e16", "1e22", "123456.789e3", "0.0001", "0.00001", "2.5e-8", "1e400", "-1e400"]


def character():
    """One that exists since Unicode 14 at the latest, printable or not."""
    while True:
        ranges = [(0, 0x7F), (0x80, 0x2FF), (0x300, 0xFFFF), (0x10000, 0x1FFFF), (0xE0000, 0xE01FF)]
        candidate = chr(random.randint(*random.choice(ranges)))
        if unicodedata.category(candidate) not in ("Cn", "Cs"):
            return candidate


def text():
    letters = [random.choice(["'", '"', "\\", "\n", "a", "é", "😀"]) if random.random() < 0.4 else character() for _ in range(random.randint(0, 8))]
    return json.dumps("".join(letters), ensure_ascii=random.random() < 0.5)


def number():
    kind = random.randint(0, 2)
    if kind == 0:
        return str(random.randint(-(10**30), 10**30) // 10 ** random.randint(0, 29))
    if kind == 1:
        return repr(random.uniform(-1, 1) * 10 ** random.randint(-30, 30))
    return random.choice(FLOATS)


def value(depth):
    kind = random.random()
    if depth == 0 or kind < 0.5:
        return random.choice([text, number, lambda: random.choice(SCALARS)])()
    if kind < 0.75:
        return "[" + ", ".join(value(depth - 1) for _ in range(random.randint(0, 4))) + "]"
    return "{" + ", ".join(text() + ": " + value(depth - 1) for _ in range(random.randint(0, 4))) + "}"


cases = SCALARS + FLOATS + [value(3) for _ in range(300)]
print(json.dumps([[case, str(json.loads(case))] for case in cases], ensure_ascii=True, indent=0))
