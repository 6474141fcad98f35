#!/usr/bin/env python3
"""Draws the icon: a distance matrix half done, seen through a playhead. Writes the SVG, PNGs, .ico and .icns.

    icon.py ../../assets/icons      (needs rsvg-convert and ImageMagick's convert)
"""
import struct
import subprocess
import sys
from pathlib import Path

CELLS, GAP, EDGE = 4, 10, 92
VIRIDIS = ["440154", "3b528b", "21918c", "5ec962", "fde725"]
WAITING = "2d3642"


def svg():
    side = (512 - 2 * EDGE - (CELLS - 1) * GAP) / CELLS
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" width="512" height="512">',
             '<rect x="16" y="16" width="480" height="480" rx="104" fill="#151b23"/>',
             '<rect x="19" y="19" width="474" height="474" rx="101" fill="none" stroke="#2d3642" stroke-width="6"/>']
    for row in range(CELLS):
        for column in range(CELLS):
            done = row * CELLS + column < 10
            colour = VIRIDIS[min(abs(row - column) + 1, 4)] if done else WAITING
            if row == column and done:
                colour = "443983"
            x, y = EDGE + column * (side + GAP), EDGE + row * (side + GAP)
            parts.append(f'<rect x="{x:.1f}" y="{y:.1f}" width="{side:.1f}" height="{side:.1f}" rx="14" fill="#{colour}"/>')
    x = EDGE + 2 * (side + GAP) - GAP / 2
    parts.append(f'<rect x="{x - 9:.1f}" y="48" width="18" height="416" rx="9" fill="#ffffff"/>')
    parts.append(f'<path d="M {x - 34:.1f} 44 H {x + 34:.1f} L {x:.1f} 92 Z" fill="#ffffff"/>')
    return "\n".join(parts + ["</svg>"]) + "\n"


def icns(folder):
    """An Apple icon: PNGs behind four-letter names of their sizes."""
    body = b""
    for name, size in ((b"ic11", 32), (b"ic12", 64), (b"ic07", 128), (b"ic08", 256), (b"ic09", 512)):
        png = (folder / f"stridescope-{size}.png").read_bytes()
        body += name + struct.pack(">I", len(png) + 8) + png
    (folder / "stridescope.icns").write_bytes(b"icns" + struct.pack(">I", len(body) + 8) + body)


if __name__ == "__main__":
    out = Path(sys.argv[1])
    (out / "stridescope.svg").write_text(svg())
    for size in (16, 24, 32, 48, 64, 128, 256, 512):
        subprocess.run(["rsvg-convert", "-w", str(size), "-h", str(size), out / "stridescope.svg",
                        "-o", out / f"stridescope-{size}.png"], check=True)
    subprocess.run(["convert", *[out / f"stridescope-{s}.png" for s in (16, 32, 48, 256)], out / "stridescope.ico"], check=True)
    icns(out)
