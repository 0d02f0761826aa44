"""Makes strip-dots.woff2 from the glyphs of GNU Unifont; README.md beside it says how and why.

    apt-get install unifont python3-fonttools python3-brotli
    python3 make-strip-dots.py /usr/share/unifont/unifont.hex strip-dots.woff2
"""

import sys

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

DOTS = 16
# Dots below the baseline: the glyphs of Unifont stand on the fifteenth line.
BELOW = 2
# Units of the font to a dot.
DOT = 16

# When Unifont 15.0.01 came out, in seconds since 1904: the same glyphs make the same file.
MADE = 3749068800

# Marks that belong to what follows or to what is before, and stand close to it.
OPENING = '（【《〈「『〔［｛“‘'
CLOSING = '，。、；：！？）】》〉」』〕］｝”’'

FAMILY = 'Zhangbang Strip Dots'
COPYRIGHT = (
    'Copyright 1998-2022 Roman Czyborra, Paul Hardy, Qianqian Fang, Andrew Miller, Johnnie Weaver, '
    'David Corbett, Nils Moskopp, Rebecca Bettencourt, et al. Modified for strips of lamps.'
)


def charset():
    """ASCII, every character of GBK, and the rarer ones of names that GB 18030 adds to it."""
    chars = set(range(0x20, 0x7F)) | set(range(0x3400, 0x4DC0))
    for code in range(0x80, 0x10000):
        try:
            chr(code).encode('gbk')
        except UnicodeEncodeError:
            continue
        chars.add(code)
    return chars


def rows_of(bits):
    """The lines of a glyph from the top, each dot a boolean."""
    width = len(bits) * 4 // DOTS
    lines = [bits[i * width // 4 : (i + 1) * width // 4] for i in range(DOTS)]
    return [[bool(int(line, 16) >> (width - 1 - x) & 1) for x in range(width)] for line in lines]


def outline(rows, shift):
    """Draws the edges between lit and dark dots: no seams between dots, whatever the scale."""
    lit = {(x, y) for y in range(DOTS) for x in range(len(rows[0])) if rows[y][x]}
    edges = {}
    for x, y in lit:
        sides = [
            ((x, y - 1), (x, y), (x + 1, y)),
            ((x + 1, y), (x + 1, y), (x + 1, y + 1)),
            ((x, y + 1), (x + 1, y + 1), (x, y + 1)),
            ((x - 1, y), (x, y + 1), (x, y)),
        ]
        for beyond, start, end in sides:
            if beyond not in lit:
                edges.setdefault(start, []).append(end)
    pen = TTGlyphPen(None)
    while edges:
        start = min(edges)
        point, way, path = start, None, []
        while True:
            ends = edges[point]
            # Where two dots meet at a corner, each is closed by itself.
            end = ends[0] if len(ends) == 1 or way is None else next(e for e in ends if turns_right(way, point, e))
            ends.remove(end)
            if not ends:
                del edges[point]
            path.append(point)
            point, way = end, (end[0] - point[0], end[1] - point[1])
            if point == start:
                break
        path = [at for index, at in enumerate(path) if is_corner(path[index - 1], at, path[(index + 1) % len(path)])]
        points = [((x + shift) * DOT, (DOTS - BELOW - y) * DOT) for x, y in path]
        pen.moveTo(points[0])
        for one in points[1:]:
            pen.lineTo(one)
        pen.closePath()
    return pen.glyph()


def is_corner(before, at, after):
    return before[0] != after[0] and before[1] != after[1]


def turns_right(way, point, end):
    step = (end[0] - point[0], end[1] - point[1])
    return way[0] * step[1] - way[1] * step[0] > 0


def shift_of(char, rows, advance):
    """How many dots a glyph stands further right than Unifont has it."""
    lit = [x for row in rows for x, dot in enumerate(row) if dot]
    if chr(char) in OPENING:
        return advance - 2 - max(lit)
    if chr(char) in CLOSING:
        return 1 - min(lit)
    return (advance - len(rows[0])) // 2


def main(source, target):
    glyphs, metrics, cmap = {'.notdef': TTGlyphPen(None).glyph()}, {'.notdef': (DOTS * DOT, 0)}, {}
    wanted = charset()
    for line in open(source, encoding='ascii'):
        code, bits = line.strip().split(':')
        char = int(code, 16)
        if char not in wanted:
            continue
        rows = rows_of(bits)
        # Letters, digits and signs of ASCII are half as wide as a character, everything else is as wide as one.
        advance = DOTS // 2 if char < 0x7F else DOTS
        shift = shift_of(char, rows, advance)
        name = f'u{char:04X}'
        glyph = outline(rows, shift)
        glyphs[name], cmap[char] = glyph, name
        # A glyph without its own left edge here would be drawn at the left of its place.
        glyph.recalcBounds(None)
        metrics[name] = (advance * DOT, glyph.xMin if glyph.numberOfContours else 0)
    builder = FontBuilder(DOTS * DOT, isTTF=True)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap(cmap)
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(metrics)
    ascent, descent = (DOTS - BELOW) * DOT, BELOW * DOT
    builder.setupHorizontalHeader(ascent=ascent, descent=-descent)
    builder.setupOS2(
        sTypoAscender=ascent, sTypoDescender=-descent, sTypoLineGap=0, usWinAscent=ascent, usWinDescent=descent
    )
    builder.setupNameTable(
        {
            'copyright': COPYRIGHT,
            'familyName': FAMILY,
            'styleName': 'Regular',
            'uniqueFontIdentifier': f'{FAMILY} after Unifont 15.0.01',
            'fullName': FAMILY,
            'psName': FAMILY.replace(' ', ''),
            'version': 'Version 15.001',
            'licenseDescription': 'SIL Open Font License version 1.1',
            'licenseInfoURL': 'https://openfontlicense.org',
        },
        mac=False,
    )
    builder.setupPost(keepGlyphNames=False)
    builder.font['head'].created = builder.font['head'].modified = MADE
    builder.font.recalcTimestamp = False
    builder.font.flavor = 'woff2'
    builder.save(target)
    print(f'{len(cmap)} characters')


main(*sys.argv[1:])
