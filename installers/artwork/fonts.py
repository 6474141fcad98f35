#!/usr/bin/env python3
"""Makes the bundled fonts: the letters and signs the program shows, figures all of one width.

JavaFX cannot switch OpenType features on, so the tabular figures ("tnum") are made the ordinary ones, and the family is
renamed, as the fonts' licence (OFL 1.1) wants of a changed font to be told apart.

    fonts.py INTER_FOLDER JETBRAINS_FOLDER ../../assets/fonts      (needs fonttools; Debian: fonts-inter fonts-jetbrains-mono)
"""
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

SHOWN = [*range(0x20, 0x250), *range(0x2BB, 0x2DD), *range(0x370, 0x400), *range(0x2000, 0x2070), *range(0x2070, 0x209D),
         *range(0x20A0, 0x20C0), *range(0x2100, 0x2190), *range(0x2190, 0x2200), *range(0x2200, 0x2300),
         *range(0x2300, 0x2400), *range(0x25A0, 0x2600), *range(0x2713, 0x2719)]


def make_figures_tabular(font):
    table = font["GSUB"].table
    swaps = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for part in table.LookupList.Lookup[index].SubTable:
                    swaps.update(getattr(part, "ExtSubTable", part).mapping)
    for cmap in font["cmap"].tables:
        for code, glyph in list(cmap.cmap.items()):
            if code < 0x80 and glyph in swaps:
                cmap.cmap[code] = swaps[glyph]


def give_thin_spaces(font):
    for cmap in font["cmap"].tables:
        if cmap.isUnicode():
            for code in (0x2009, 0x202F):
                cmap.cmap.setdefault(code, cmap.cmap[0x20])


def rename(font, family, style):
    names = font["name"]
    for identifier in (16, 17, 21, 22, 25):
        names.removeNames(nameID=identifier)
    postscript = (family + "-" + style).replace(" ", "")
    for identifier, text in ((1, family), (2, style), (3, postscript), (4, family + " " + style), (6, postscript)):
        names.setName(text, identifier, 3, 1, 0x409)
        names.setName(text, identifier, 1, 0, 0)
    font["OS/2"].usWeightClass = 700 if style == "Bold" else 400
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0x61) | (0x20 if style == "Bold" else 0x40)
    font["head"].macStyle = 1 if style == "Bold" else 0
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [postscript]
        cff[0].FamilyName, cff[0].FullName, cff[0].Weight = family, family + " " + style, style


def make(source, target, family, style, tabular):
    font = TTFont(source)
    if tabular:
        make_figures_tabular(font)
    give_thin_spaces(font)
    options = subset.Options(layout_features=["kern", "mark", "mkmk", "ccmp"], name_IDs=["*"], hinting=True, notdef_outline=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=SHOWN)
    subsetter.subset(font)
    rename(font, family, style)
    font.save(target)


if __name__ == "__main__":
    inter, mono, out = map(Path, sys.argv[1:4])
    make(inter / "Inter-Regular.otf", out / "InterTabular-Regular.otf", "Inter Tabular", "Regular", True)
    # one heavier weight is enough, and as the family's bold every toolkit finds it
    make(inter / "Inter-SemiBold.otf", out / "InterTabular-SemiBold.otf", "Inter Tabular", "Bold", True)
    make(mono / "JetBrainsMono-Regular.ttf", out / "JetBrainsMono-Regular.ttf", "JetBrains Mono", "Regular", False)
