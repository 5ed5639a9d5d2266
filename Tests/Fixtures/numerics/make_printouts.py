"""Makes printouts.json: random arrays as programs print them, with their numbers: python3 make_printouts.py

`python3 make_printouts.py 200` makes 200 of each style instead of 12, to be read once.

Needs NumPy, torch, SymPy, pandas and JAX, all from PyPI. MATLAB's formats are written as its
documentation of `format` and `mat2str` describes them.
"""

import csv
import io
import json
import random
import re
import sys

import jax
import jax.numpy as jnp
import numpy as np
import pandas as pd
import sympy
import torch

jax.config.update("jax_enable_x64", True)
torch.set_default_dtype(torch.float64)


def random_array(seed, generator):
    rows, columns = generator.randint(1, 5), generator.randint(1, 7)
    kind = generator.choice(["whole", "decimals", "exact", "small"])
    draw = {
        "whole": lambda: float(generator.randint(-99, 99)),
        "decimals": lambda: generator.randint(-9999, 9999) / 100,
        "exact": lambda: generator.gauss(0, 1),
        "small": lambda: generator.gauss(0, 1) * 1e-6,
    }[kind]
    return np.array([[draw() for _ in range(columns)] for _ in range(rows)])


def numpy_repr(a):
    with np.printoptions(precision=17, floatmode="unique", threshold=10**6):
        return repr(a)


def numpy_str(a):
    with np.printoptions(precision=17, floatmode="unique", linewidth=60, threshold=10**6):
        return str(a)


def numpy_list(a):
    return repr([list(row) for row in a])


def torch_repr(a):
    torch.set_printoptions(precision=17, sci_mode=True)
    return repr(torch.tensor(a))


def torch_grad(a):
    torch.set_printoptions(precision=17, sci_mode=True)
    return repr(torch.tensor(a, requires_grad=True) * 1)


def jax_repr(a):
    with np.printoptions(precision=17, floatmode="unique", threshold=10**6):
        return repr(jnp.array(a))


def matlab_mat2str(a):
    return "[" + ";".join(" ".join(f"{x:.17g}" for x in row) for row in a) + "]"


def matlab_long(a):
    rows = ["   ".join(f"{x:22.16e}" for x in row) for row in a]
    return "A =\n\n" + "\n".join("   " + row for row in rows) + "\n\n"


def matlab_factor(a):
    # Printed with a common factor: the digits of each number, divided by 1000.
    rows = ["   ".join(f"{x / 1000:.17f}" for x in row) for row in a]
    return "ans =\n\n   1.0e+03 *\n\n" + "\n".join("   " + row for row in rows) + "\n"


def latex_sympy(a):
    return sympy.latex(sympy.Matrix(a.tolist()), full_prec=True)


def latex_pmatrix(a):
    body = " \\\\\n".join(" & ".join(repr(float(x)) for x in row) for row in a)
    return "\\begin{pmatrix}\n" + body + "\n\\end{pmatrix}"


def latex_array(a):
    body = " \\\\ ".join(" & ".join(repr(float(x)) for x in row) for row in a)
    return f"\\left[\\begin{{array}}{{{'r' * a.shape[1]}}}{body}\\end{{array}}\\right]"


def json_compact(a):
    return json.dumps(a.tolist(), separators=(",", ":"))


def json_indented(a):
    return json.dumps(a.tolist(), indent=2)


def spreadsheet(a, delimiter):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows([[repr(float(x)) for x in row] for row in a])
    return text.getvalue()


def pandas_csv(a):
    return pd.DataFrame(a).to_csv(header=False, index=False)


def by_default(a):
    """What a program prints with no options set: to fewer digits than the numbers have."""
    np.set_printoptions()
    torch.set_printoptions(profile="default")
    return a


def torch_float32(a):
    return repr(torch.tensor(by_default(a), dtype=torch.float32))


def torch_full(a):
    torch.set_printoptions(profile="full")
    return repr(torch.tensor(a, dtype=torch.float32))


def torch_parameter(a):
    return repr(torch.nn.Parameter(torch.tensor(by_default(a), dtype=torch.float32)))


def numpy_float32(a):
    return repr(np.array(by_default(a), dtype=np.float32))


def numpy_scientific(a):
    with np.printoptions(formatter={"float": lambda x: f"{x:+.17e}"}):
        return str(a)


def jax_float32(a):
    return repr(jnp.array(by_default(a), dtype=jnp.float32))


def numpy_whole(a):
    return repr(a.round().astype(int))


def json_scientific(a):
    return "[" + ",".join("[" + ", ".join(f"{x:.16E}" for x in row) + "]" for row in a) + "]"


def matlab_short_g(a):
    rows = ["   ".join(f"{x:12.5g}" for x in row) for row in a]
    return "A =\n\n" + "\n".join("   " + row for row in rows) + "\n\n"


def row(style):
    return lambda a: style(a[0])


def numpy_bool(a):
    return repr(a > 0)


def torch_bool(a):
    return repr(torch.tensor(a > 0))


def jax_bool(a):
    return repr(jnp.array(a > 0))


def list_bool(a):
    return repr((a > 0).tolist())


def tsv_bool(a):
    return "\n".join("\t".join(str(x).upper() for x in row) for row in a > 0) + "\n"


def numpy_batch(a):
    with np.printoptions(precision=17, floatmode="unique", threshold=10**6):
        return repr(a[None])


def numpy_commas(a):
    with np.printoptions(precision=17, floatmode="unique", threshold=10**6):
        return np.array2string(a, separator=", ")


def numpy_savetxt(a):
    text = io.StringIO()
    np.savetxt(text, a, fmt="%.17e")
    return text.getvalue()


def numpy_code(a):
    return f"A = np.array({a.tolist()}, dtype=np.float64);"


def torch_batch(a):
    torch.set_printoptions(precision=17, sci_mode=True)
    return repr(torch.tensor(a)[None, None])


def torch_plain(a):
    torch.set_printoptions(precision=17, sci_mode=False)
    return repr(torch.tensor(a))


def torch_code(a):
    return f"torch.tensor({a.tolist()}, requires_grad=True)"


def jax_code(a):
    return f"jnp.array({a.tolist()}, dtype=jnp.float32)"


def matlab_code(a):
    rows = ";\n     ".join("  ".join(f"{x:.17g}" for x in row) for row in a)
    return f"A = [{rows}];"


def matlab_short(a):
    rows = ["".join(f"{x:14.4f}" for x in row) for row in a]
    return "A =\n\n" + "\n".join(rows) + "\n\n"


def matlab_columns(a):
    # Where a row is too long for the window, its columns are printed in turn.
    parts = []
    for first in range(0, a.shape[1], 3):
        part = a[:, first:first + 3]
        last = first + part.shape[1]
        name = f"Columns {first + 1} through {last}" if last - first > 2 else (
            f"Columns {first + 1} and {last}" if last - first > 1 else f"Column {last}")
        rows = "\n".join("   ".join(f"{x:22.16e}" for x in row) for row in part)
        parts.append(f"  {name}\n\n{rows}\n")
    return "A =\n\n" + "\n".join(parts) + "\n"


def matlab_logical(a):
    rows = ["   ".join("1" if x else "0" for x in row) for row in a > 0]
    return f"ans =\n\n  {a.shape[0]}×{a.shape[1]} logical array\n\n" + "\n".join("   " + row for row in rows) + "\n\n"


def latex_spaced(a):
    body = " \\\\[2pt]\n".join(
        " & ".join(("" if x < 0 else "\\phantom{-}") + repr(float(x)) for x in row) for row in a)
    return "$$\n\\begin{bmatrix}\n" + body + "\n\\end{bmatrix}\n$$"


def latex_fractions(a):
    thirds = [[sympy.Rational(int(x * 7), 3) for x in row] for row in a]
    return sympy.latex(sympy.Matrix(thirds))


def latex_logical(a):
    return "\\begin{pmatrix}" + " \\\\ ".join(
        " & ".join("1" if x else "0" for x in row) for row in a > 0) + "\\end{pmatrix}"


def json_batch(a):
    return json.dumps([a.tolist()])


def json_bool(a):
    return json.dumps((a > 0).tolist())


def tsv_percent(a):
    return "\n".join("\t".join(f"{x:.2f}%" for x in row) for row in a) + "\n"


def tsv_thousands(a):
    # In a column alone a comma may part numbers.
    a = np.hstack([a, a])
    return "\n".join("\t".join(f"{x * 1e4:,.2f}" for x in row) for row in a) + "\n"


STYLES = dict(
    numpy_repr=numpy_repr, numpy_str=numpy_str, numpy_list=numpy_list, torch_repr=torch_repr,
    torch_grad=torch_grad, jax_repr=jax_repr, matlab_mat2str=matlab_mat2str,
    matlab_long=matlab_long, matlab_factor=matlab_factor, latex_sympy=latex_sympy,
    latex_pmatrix=latex_pmatrix, latex_array=latex_array, json_compact=json_compact,
    json_indented=json_indented, tsv=lambda a: spreadsheet(a, "\t"),
    csv=lambda a: spreadsheet(a, ","), pandas_csv=pandas_csv,
    torch_float32=torch_float32, torch_full=torch_full, torch_parameter=torch_parameter,
    numpy_float32=numpy_float32, numpy_scientific=numpy_scientific, jax_float32=jax_float32,
    numpy_whole=numpy_whole, json_scientific=json_scientific, matlab_short_g=matlab_short_g,
    numpy_1d=row(numpy_repr), numpy_float32_1d=row(numpy_float32), torch_1d=row(torch_repr),
    torch_float32_1d=row(torch_float32), jax_1d=row(jax_repr), json_1d=row(json_compact),
    numpy_bool=numpy_bool, torch_bool=torch_bool, jax_bool=jax_bool, list_bool=list_bool,
    tsv_bool=tsv_bool,
    numpy_batch=numpy_batch, numpy_commas=numpy_commas, numpy_savetxt=numpy_savetxt,
    numpy_code=numpy_code, torch_batch=torch_batch, torch_plain=torch_plain, torch_code=torch_code,
    jax_code=jax_code, matlab_code=matlab_code, matlab_short=matlab_short,
    matlab_columns=matlab_columns, matlab_bool=matlab_logical, latex_spaced=latex_spaced,
    latex_fractions=latex_fractions, latex_bool=latex_logical, json_batch=json_batch,
    json_bool=json_bool, tsv_percent=tsv_percent, tsv_thousands=tsv_thousands,
)


def numbers(style, text, array):
    """The numbers in the text: those of the array where all their digits are printed."""
    if style == "matlab_factor":
        rows = [line.split() for line in text.splitlines() if "." in line and "*" not in line]
        return [[float(word + "e+03") for word in row] for row in rows]
    if style == "latex_sympy":
        inside = text.split("{matrix}")[1].rsplit("\\end", 1)[0]
        rows = [row.split("&") for row in inside.split("\\\\")]
        return [
            [float(word.strip().replace(" \\cdot 10^{", "e").rstrip("}")) for word in row]
            for row in rows
        ]
    if style == "latex_fractions":
        return [[int(x * 7) / 3 for x in row] for row in array]
    if style == "tsv_percent":
        return [[float(word.rstrip("%\n")) * 0.01 for word in line.split("\t")]
                for line in text.splitlines()]
    if style == "tsv_thousands":
        return [[float(word.replace(",", "")) for word in line.split("\t")]
                for line in text.splitlines()]
    if style.endswith("_bool"):
        return [[float(x) for x in row] for row in array > 0]
    # What is printed to fewer digits is what the text says.
    if "float32" in style or style in FEWER_DIGITS:
        text = re.sub("dtype=[a-z0-9.]+", "", text)
        words = iter(re.findall(r"[-+]?[0-9]+\.?[0-9]*(?:e[-+][0-9]+)?", text))
        array = array[:1] if style.endswith("_1d") else array
        rows = [[float(next(words)) for _ in row] for row in array]
        assert next(words, None) is None, text
        return rows
    return array[:1].tolist() if style.endswith("_1d") else array.tolist()


FEWER_DIGITS = [
    "torch_full", "torch_parameter", "numpy_whole", "matlab_short_g", "matlab_short", "torch_plain",
]


def main():
    generator = random.Random(20261126)
    cases = []
    for name, style in STYLES.items():
        for seed in range(int(sys.argv[1]) if len(sys.argv) > 1 else 12):
            array = random_array(seed, generator)
            text = style(array)
            cases.append(dict(style=name, text=text, rows=numbers(name, text, array)))
    with open("printouts.json", "w") as file:
        file.write("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")
    print(len(cases))


if __name__ == "__main__":
    main()
