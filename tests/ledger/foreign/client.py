"""Verifies a log of tiles with hashlib alone: client.py FOLDER KEY

FOLDER holds what a site serves below /ledger/, and kept/SIZE, checkpoints of earlier sizes. Signatures are not checked:
hashlib has none. Prints one line; exit code 1 where anything does not hold.
"""

import base64
import glob
import hashlib
import os
import sys

folder = sys.argv[1]


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def read(*path):
    with open(os.path.join(folder, *path), "rb") as file:
        return file.read()


def expect(holds, what):
    if not holds:
        print("does not hold:", what)
        sys.exit(1)


def checkpoint(text):
    _, size, root = text.decode().split("\n")[:3]
    return int(size), base64.b64decode(root)


def path(level, index, width):
    digits = str(index).zfill(-(-len(str(index)) // 3) * 3)
    groups = [digits[at : at + 3] for at in range(0, len(digits), 3)]
    name = "/".join("x" + group for group in groups[:-1]) + ("/" if len(groups) > 1 else "") + groups[-1]
    return f"tile/{level}/{name}" + (f".p/{width}" if width < 256 else "")


def tiles(level, count):
    for index in range(-(-count // 256)):
        yield read(path(level, index, min(256, count - index * 256)))


def entries(size):
    for data in tiles("entries", size):
        while data:
            length = data[0] << 8 | data[1]
            yield data[2 : 2 + length]
            data = data[2 + length :]


def root_of(hashes):
    """RFC 6962, 2.1: what is left of a row is joined from the right."""
    if not hashes:
        return sha(b"")
    stack = []
    for at, leaf in enumerate(hashes):
        node, count = leaf, at
        while count & 1:
            node, count = sha(b"\x01", stack.pop(), node), count >> 1
        stack.append(node)
    while len(stack) > 1:
        right = stack.pop()
        stack.append(sha(b"\x01", stack.pop(), right))
    return stack[0]


def from_proof(index, size, leaf, proof):
    if size == 1:
        return leaf
    split = 1 << (size - 1).bit_length() - 1
    if index < split:
        return sha(b"\x01", from_proof(index, split, leaf, proof[:-1]), proof[-1])
    return sha(b"\x01", proof[-1], from_proof(index - split, size - split, leaf, proof[:-1]))


size, root = checkpoint(read("checkpoint"))
leaves = [sha(b"\x00", entry) for entry in entries(size)]
expect(len(leaves) == size, f"{len(leaves)} entries of {size}")
expect(root_of(leaves) == root, "the root")
row, level = leaves, 0
while row:
    expect(b"".join(tiles(level, len(row))) == b"".join(row), f"level {level}")
    row = [root_of(row[at : at + 256]) for at in range(0, len(row) - 255, 256)]
    level += 1
for file in glob.glob(os.path.join(folder, "kept", "*")):
    with open(file, "rb") as kept:
        old, old_root = checkpoint(kept.read())
    expect(root_of(leaves[:old]) == old_root, f"what was kept of {old}")
for file in glob.glob(os.path.join(folder, "proofs", "*")):
    with open(file, "rb") as receipt:
        head, signed = receipt.read().split(b"\n\n", 1)
    lines = head.decode().split("\n")[1:]
    index = int(next(line for line in lines if line.startswith("index "))[6:])
    proof = [base64.b64decode(line) for line in lines if " " not in line]
    of, then = checkpoint(signed)
    expect(from_proof(index, of, leaves[index], proof) == then, f"receipt {index}")
print(f"holds: {size} entries")
