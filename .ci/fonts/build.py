"""Makes the fonts in src/main/resources/papers/fonts (ADR 0056): python3 build.py FANDOL_DIR NOTO_TTC TABLE_8105 OUT

FANDOL_DIR has the Fandol fonts of Debian's texlive-lang-chinese, NOTO_TTC is NotoSerifCJK-Regular.ttc of fonts-noto-cjk,
TABLE_8105 a text file with the characters of the national table. Needs fontTools.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

PLAIN = set(range(0x20, 0x7F)) | set(
    map(ord, "°±×÷·—–―‘’“”…‰′″※℃№Ⅰ─〇〔〕【】《》〈〉、。「」『』①②③④⑤⑥⑦⑧⑨⑩％＋－＝／～（），．：；！？￥㎡□〓")
)
# what an outline may move by, in units of the em
ERROR = 1.5


def gb2312():
    found = set()
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes([high, low]).decode("gb2312")))
            except UnicodeDecodeError:
                pass
    return found


def truetype(source, target, characters, number=-1):
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.drop_tables += ["BASE", "GSUB", "GPOS", "VORG", "vhea", "vmtx", "DSIG", "GDEF"]
    font = TTFont(source, fontNumber=number)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    order = font.getGlyphOrder()
    outlines = font.getGlyphSet()
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(outlines)
        outlines[name].draw(Cu2QuPen(pen, ERROR, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = table = newTable("glyf")
    table.glyphOrder, table.glyphs = order, glyphs
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    maxp.maxZones = 1
    for field in (
        "maxTwilightPoints maxStorage maxFunctionDefs maxInstructionDefs maxStackElements maxSizeOfInstructions "
        "maxComponentElements maxPoints maxContours maxCompositePoints maxCompositeContours maxComponentDepth"
    ).split():
        setattr(maxp, field, 0)
    del font["CFF "]
    font["post"].formatType = 3.0
    font["head"].glyphDataFormat = 0
    font["OS/2"].fsType = 0
    font.sfntVersion = "\0\1\0\0"
    font.recalcTimestamp = False
    font.save(target)


def main(fandol, noto, table, out):
    fandol, out = Path(fandol), Path(out)
    common = gb2312() | PLAIN
    for source, target in (("Fang-Regular", "fang"), ("Hei-Regular", "hei"), ("Song-Bold", "song")):
        truetype(fandol / f"Fandol{source}.otf", out / f"{target}.ttf", common)
    rare = {ord(c) for c in Path(table).read_text(encoding="utf-8").strip()} - gb2312()
    simplified = next(
        i for i in range(5) if "SC" in TTFont(noto, fontNumber=i)["name"].getDebugName(4)
    )
    truetype(noto, out / "rare.ttf", rare | set(range(0x20, 0x7F)), simplified)


if __name__ == "__main__":
    main(*sys.argv[1:])
