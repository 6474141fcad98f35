"""Runs numpy-cells.py cell by cell in real NumPy and SciPy, and writes what each cell answers and prints to numpy-cells.json.

    python3 generate.py
"""
import ast
import contextlib
import io
import json
from pathlib import Path

here = Path(__file__).parent
names, answers = {}, []
for cell in (here / "numpy-cells.py").read_text().split("# %%\n"):
    tree = ast.parse(cell)
    value, printed = None, io.StringIO()
    with contextlib.redirect_stdout(printed):
        if isinstance(tree.body[-1], ast.Expr):
            exec(compile(ast.Module(tree.body[:-1], []), "cell", "exec"), names)
            value = eval(compile(ast.Expression(tree.body[-1].value), "cell", "eval"), names)
        else:
            exec(compile(tree, "cell", "exec"), names)
    answers.append({"repr": repr(value), "printed": printed.getvalue()})
(here / "numpy-cells.json").write_text(json.dumps(answers, indent=1) + "\n")
