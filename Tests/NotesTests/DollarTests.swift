import Testing

@testable import Notes

/// One dollar in every sense that notes give it: what comes out as a formula, and what as text.
@Suite struct DollarTests {
  /// The formulas of a text, in order.
  private func formulas(_ text: String) -> [String] {
    Markdown.parse(Array(text.utf8)).blocks.flatMap(\.formulas)
  }

  @Test(arguments: [
    // The dollar before.
    "It is $5 or $10 a month.", "From $0.50 to $1.50 per 1M tokens.", "$100K to $4.6M, about $12M",
    "between $5-$10 a month", "It cost $1.2M-$1.5M; 30$-40$.", "$1.5M, then 30$-40$.",
    "$1.50, 2.50$ and so on", "($4.6M) versus ($12M)", "$5/month and 10$/month",
    "$20/$30/$40", "$5 to 10$", "a $5 and a 10$ bill", "**$5** or **$10**", "*$5*–*$10*",
    // The dollar behind.
    "It costs 5$ to 10$, then 20$.", "30$-40$ a month", "30$–40$ a month", "5$, 10$, 15$",
    "5$; 10$; 15$", "5$ or 10$. A$AP", "5$/month or 50$/year", "**5$**, **10$**",
    "**5$** or **10$**",
    "_5$_ or _10$_", "(5$), (10$)", "5$-10$", "10$+5$ = 15$", "1$=0.9€, 2$=1.8€", "~~5$~~ 4$",
    "5$? 10$!", "\"5$\", \"10$\"", "1,000$, or 2,000.50$", "10$ bis 20$", "10$.",
    "$x is 5$", "The fee was 5$:\nthen 10$.\n",
    // Currencies.
    "A$AP and 10$. Fine.", "US$5, CA$7", "US$, A$ and NZ$", "A$, US$, NZ$.", "US$/month, A$/month",
    "in A$-denominated and US$-denominated", "R$5 or R$10", "A$5 and NZ$6", "5€ is 6$, 7€ is 8$",
    // The shell.
    "set $HOME and $PATH", "${x} and ${y}", "${HOME}/bin:${PATH}", "${a}${b}", "${a}_${b}",
    "$HOME$PATH", "$A_$B", "echo $1 $2", "$1/$2", "$? and $!", "$@,$x", "exit $?; echo $?",
    "cp $src/*.c $dst/", "\"$A\" \"$B\"", "$USER@$HOST", "$(pwd)/$x", "PATH=$HOME/bin:$PATH",
    "awk '{print $1, $NF}'", "$A${B}", "$A$B", "${A}x$B", "${HOME}/x$PATH", "\"$a$b\"",
    "${arr[0]}$x", "${my_var}$x", "$x${y}", "${x:-y}$z", "${#x}$y", "${name%.*}$ext",
    "${1}$2", "${@}$x", "$(pwd)$x", "$(ls -l)$x", "$HOME$(pwd)", "$dir/$(pwd)", "$src$ext",
    "cp \"$a$b\" \"$c$d\"", "$A$B$C", "${a}${b}${c}", "export X=$A$B:$C",
    // Where lines end.
    "5$\n10$", "costs $5\nor $10\n", "ends in 5$", "$", "a $5", "is $\n5$ now",
  ])
  func isText(_ text: String) {
    for text in [text, "- " + text, "# " + text, "> " + text, "*so* " + text] {
      #expect(formulas(text) == [], "\(text)")
    }
  }

  @Test(arguments: [
    ("$5$", ["5"]), ("$5x$", ["5x"]), ("$\\$5$", ["\\$5"]), ("$n$-gram", ["n"]),
    ("$x$,$y$", ["x", "y"]), ("5$x$, 2$y$", ["x", "y"]), ("$x$s and $y$-axis", ["x", "y"]),
    ("H$_2$O", ["_2"]), ("$0, 1$ or $1, 2, 3$", ["0, 1", "1, 2, 3"]), ("$n log 10$", ["n log 10"]),
    ("$x mod 10$", ["x mod 10"]), ("$5 - 10$", ["5 - 10"]), ("$x = 5$ costs $5", ["x = 5"]),
    ("The $x$ costs 5$ to 10$, then 20$.", ["x"]), ("costs 20$. The $x$ is", ["x"]),
    ("costs 5$ (or $x$)", ["x"]), ("from 5$ to $y_1$", ["y_1"]), ("(1)$-y$", ["-y"]),
    ("US$5 for $n$", ["n"]), ("set $HOME, and $n$", ["n"]), ("$,$ parts, $;$ ends", [",", ";"]),
    ("$]0, 1[$", ["]0, 1["]), ("$x$\n$y$", ["x", "y"]), ("**$x$** *$y$*", ["x", "y"]),
    ("$\\text{5 dollars and more}$", ["\\text{5 dollars and more}"]), ("$.5$", [".5"]),
    ("5$ or $\\frac{1}{2}$", ["\\frac{1}{2}"]), ("$n$其中$x$是", ["n", "x"]),
    ("$d_k=64$.", ["d_k=64"]), ("$k$NN and $A$s", ["k", "A"]), ("$x$s, ${n-1}$th", ["x", "{n-1}"]),
    ("${}^{14}$C", ["{}^{14}"]), ("the $(i,j)$th", ["(i,j)"]), ("$f$(x)", ["f"]),
    ("$\\text{a $b$ c}$", ["\\text{a $b$ c}"]),
    ("$x$ and $\\mbox{if $y > 0$}$", ["x", "\\mbox{if $y > 0$}"]),
    ("$\\text{if $x$ and \\textbf{so $y$}} = z$", ["\\text{if $x$ and \\textbf{so $y$}} = z"]),
    ("$\\text{open $b$ or $c$", ["b", "c"]),
    ("\\(\\text{a \\(b\\) c}\\)", ["\\text{a \\(b\\) c}"]),
    ("\\(\\text{open \\(b\\)", ["b"]),
  ])
  func isMaths(_ text: String, _ expected: [String]) {
    for text in [text, "- " + text, "# " + text, "> " + text, "*so* " + text]
    where !text.contains("\n") || !text.hasPrefix("# ") && !text.hasPrefix("> ") {
      #expect(formulas(text) == expected, "\(text)")
    }
  }

  @Test func cellsOfATableAreReadAlike() {
    let text = "| a | b |\n|---|---|\n| 5$ | 10$, 20$ |\n| $5 | $x$ |\n| $y$ | A$5 |\n"
    #expect(formulas(text) == ["x", "y"])
  }

  @Test(arguments: ["It cost $1.5M$.", "$0.50, 0.75B$ each", "5$, then 10$.", "$HOME$PATH"])
  func whatCannotBeKnownIsNamed(_ text: String) {
    let found = Markdown.parse(Array("# T\n\n\(text)\n".utf8)).diagnostics
    #expect(found.map(\.line) == [3])
    #expect(found.first?.advice.contains("write \\$ for a dollar") == true)
  }
}

extension Block {
  fileprivate var formulas: [String] {
    switch kind {
    case .paragraph(let inlines), .heading(_, let inlines): inlines.flatMap(\.formulas)
    case .maths(let tex): [tex]
    case .quote(let blocks): blocks.flatMap(\.formulas)
    case .list(let list): list.items.flatMap { $0.blocks.flatMap(\.formulas) }
    case .table(let table):
      (table.head + table.rows.flatMap { $0 }).flatMap { $0.flatMap(\.formulas) }
    default: []
    }
  }
}

extension Inline {
  fileprivate var formulas: [String] {
    switch self {
    case .maths(let tex), .displayMaths(let tex): [tex]
    case .emphasis(let inner), .strong(let inner), .struck(let inner), .marked(let inner),
      .link(_, let inner):
      inner.flatMap(\.formulas)
    default: []
    }
  }
}
