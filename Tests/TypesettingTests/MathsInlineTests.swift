import Testing

@testable import Typesetting

@Suite struct MathsInlineTests {
  private static let pairs: [(String, String)] = [
    // Letters, signs and functions.
    (#"\alpha\beta\varepsilon \Omega"#, "αβεΩ"),
    (#"2\pi r"#, "2πr"),
    (#"\partial \infty \nabla \ell"#, "∂∞∇ℓ"),
    (#"\log x \log(x) \sin^2\theta"#, "log x log(x) sin² θ"),
    (#"\exp\left(x\right)"#, "exp(x)"),
    (#"\lim_{x \to 0} f(x)"#, "lim_(x→0) f(x)"),
    (#"\arg\max_x f"#, "arg maxₓ f"),
    (#"\operatorname{softmax}(z)"#, "softmax(z)"),
    (#"\operatorname*{arg\,max}_\theta p"#, "arg max_θ p"),
    // Spaces.
    (#"a+b=c"#, "a + b = c"),
    (#"-x + -y"#, "−x + −y"),
    (#"a=-b"#, "a = −b"),
    (#"f(-x,y)"#, "f(−x, y)"),
    (#"x^{a+b}"#, "xᵃ⁺ᵇ"),
    (#"a\,b\;c\quad d~e\!f"#, "a b c  d ef"),
    (#"x_1,\ldots,x_n"#, "x₁, …, xₙ"),
    (#"x_1+\cdots+x_n"#, "x₁ + ⋯ + xₙ"),
    (#"A \odot B \times C \cdot D"#, "A ⊙ B × C · D"),
    (#"\log -x"#, "log −x"),
    (#"n! \equiv 1 \pmod{p}"#, "n! ≡ 1 (mod p)"),
    (#"a \bmod b"#, "a mod b"),
    (#"p(y \mid x)"#, "p(y | x)"),
    // Scripts.
    ("d_k", "dₖ"),
    ("QK^T", "QKᵀ"),
    (#"QK^\top"#, "QKᵀ"),
    ("x^2", "x²"),
    ("x_i^2", "xᵢ²"),
    ("e^{x_i}", "e^(xᵢ)"),
    ("x_{i,j}", "x_(i,j)"),
    ("10^{-8}", "10⁻⁸"),
    (#"d_{\text{model}}"#, "d_model"),
    ("d_{model}x", "d_model x"),
    ("W_Q^2", "W²_Q"),
    ("W_Q^S", "W_Q^S"),
    (#"\theta^*"#, "θ*"),
    (#"90^\circ"#, "90°"),
    ("f'(x) + g''", "f′(x) + g′′"),
    ("f'^2", "f′²"),
    ("x^a^b", "xᵃᵇ"),
    (#"x^\frac12"#, "x^(1/2)"),
    ("x^{(i)}", "x⁽ⁱ⁾"),
    (#"x^{(\theta)}_{t+1}"#, "xₜ₊₁⁽ᶿ⁾"),
    ("(a+b)^2", "(a + b)²"),
    ("{a+b}^2", "(a + b)²"),
    // Fractions.
    (#"\frac{a}{b}"#, "a/b"),
    (#"\frac{a+b}{c}"#, "(a + b)/c"),
    (#"\frac{1}{2x}"#, "1/(2x)"),
    (#"\frac{-x}{2}"#, "−x/2"),
    (#"\frac{\partial L}{\partial w}"#, "∂L/∂w"),
    (#"\frac{dy}{dx}"#, "dy/dx"),
    (#"\frac{P(x)}{Q(x)}"#, "P(x)/Q(x)"),
    (#"\frac{1}{n(n+1)}"#, "1/(n(n + 1))"),
    (#"\frac{1}{2}x"#, "(1/2)x"),
    (#"\log\frac{a}{b}"#, "log(a/b)"),
    (#"\sum_i \frac{1}{i}"#, "∑ᵢ 1/i"),
    (#"\frac{\frac{a}{b}}{c}"#, "(a/b)/c"),
    (#"\frac{QK^T}{\sqrt{d_k}}"#, "QKᵀ/√dₖ"),
    (#"\tfrac12 \dfrac{a}{b}"#, "(1/2)(a/b)"),
    (#"{a \over b+1}"#, "a/(b + 1)"),
    (#"\binom{n}{k}"#, "(n choose k)"),
    (#"\frac{\log x}{y}"#, "(log x)/y"),
    (#"\frac{e^x}{\sum_j e^{x_j}}"#, "eˣ/∑ⱼ e^(xⱼ)"),
    // Roots.
    (#"\sqrt{d_k}"#, "√dₖ"),
    (#"\sqrt 2"#, "√2"),
    (#"\sqrt{a+b}"#, "√(a + b)"),
    (#"\sqrt{x^2}"#, "√(x²)"),
    (#"\sqrt[3]{x}"#, "∛x"),
    (#"\sqrt[n]{x}"#, "ⁿ√x"),
    (#"\sqrt{(a+b)}"#, "√(a + b)"),
    (#"\sqrt{x}^2"#, "(√x)²"),
    // Sums and their kin.
    (#"\sum_{i=1}^{n} x_i"#, "∑ᵢ₌₁ⁿ xᵢ"),
    (#"\prod_{k \in S} p_k"#, "∏_(k∈S) pₖ"),
    (#"\sum\limits_{i} x"#, "∑ᵢ x"),
    (#"\int_0^1 x\,dx"#, "∫₀¹ x dx"),
    (#"\sum_{\substack{i \in S \\ i \ne j}} x"#, "∑_(i∈S; i≠j) x"),
    // Accents, alphabets and text.
    (#"\hat{y}_i"#, "y\u{302}ᵢ"),
    (#"\hat{x_i}"#, "x\u{302}ᵢ"),
    (#"\bar x \tilde x \vec v \dot q"#, "x\u{304}x\u{303}v\u{20D7}q\u{307}"),
    (#"\overline{ab}"#, "a\u{305}b\u{305}"),
    (#"\widehat{KL}"#, "hat(KL)"),
    (#"\mathbb{R}^d \mathbb{E}[x]"#, "ℝᵈ𝔼[x]"),
    (#"\mathcal{L} \sim \mathcal{N}(0,1)"#, "ℒ ∼ 𝒩(0, 1)"),
    (#"\mathbf{x} \boldsymbol{\mu} \mathit{ab}"#, "xμ ab"),
    (#"x \text{ if } x > 0"#, "x if x > 0"),
    (##"\text{50\% of } \mathrm{top-k} \_ \#"##, "50% of top-k_#"),
    (#"\text{for $x>0$}"#, "for x > 0"),
    // Delimiters.
    (#"\left[0, 1\right)"#, "[0, 1)"),
    (#"\lVert x \rVert + \|y\|"#, "‖x‖ + ‖y‖"),
    (#"\lfloor x \rfloor \langle a, b \rangle"#, "⌊x⌋⟨a, b⟩"),
    (#"\big( x \Big)"#, "(x)"),
    (#"\left. x \right|_{x=0}"#, "x|ₓ₌₀"),
    (#"\{ x \mid x > 0 \}"#, "{x | x > 0}"),
    // Negation and stacking.
    (#"a \not= b \not\in C"#, "a ≠ b ∉ C"),
    (#"x \overset{iid}{\sim} p"#, "x ∼ⁱⁱᵈ p"),
    (#"\underbrace{a+b}_{n}"#, "(a + b)⏟ₙ"),
    (#"\overbrace{a+b}^{n}"#, "(a + b)⏞ⁿ"),
    // What stands around a formula, or through it, is part of what it says.
    (#"a = b \tag{1}"#, "a = b    (1)"),
    (#"a \tag*{see $x_1$}"#, "a    see x₁"),
    (#"\boxed{z + 1} = y"#, "[z + 1] = y"),
    (#"\fbox{Hi there!}"#, "[Hi there!]"),
    (#"\cancel{y} + \cancel{12}"#, "y\u{338} + 1\u{338}2\u{338}"),
    (#"a \lessapprox b \dashrightarrow c"#, "a ⪅ b ⇢ c"),
    // Grids.
    (#"\begin{matrix}1&2\\3&4\end{matrix}"#, "[1 2; 3 4]"),
    (#"\begin{pmatrix}1\\2\end{pmatrix}"#, "(1; 2)"),
    (#"\left[\begin{matrix}1&2\end{matrix}\right]"#, "[1 2]"),
    (#"\begin{bmatrix}a+b&c\\d&e\end{bmatrix}"#, "[a + b, c; d, e]"),
    (#"\begin{cases}x & x>0\\0&\text{else}\end{cases}"#, "{x, x > 0; 0 else}"),
    (#"\begin{aligned}a&=b\\&=c\end{aligned}"#, "a = b; = c"),
    // Things that draw nothing.
    (#"x \label{eq} \color{red} y"#, "xy"),
    (#"\displaystyle x \textcolor{red}{y}"#, "xy"),
    // Typed in Unicode.
    ("α ≤ β→γ", "α ≤ β → γ"),
  ]

  @Test(arguments: pairs)
  func inline(tex: String, expected: String) {
    #expect(Maths.inline(tex) == expected)
  }

  private static let plainPairs: [(String, String)] = [
    (#"QK^T/\sqrt{d_k}"#, "QK^T/sqrt(d_k)"),
    (#"\alpha\beta x"#, "alpha beta x"),
    (#"2\pi r"#, "2 pi r"),
    (#"a \le b \to c"#, "a <= b -> c"),
    (#"\sum_{i=1}^{n} x_i^2"#, "sum_(i=1)^n x_i^2"),
    (#"x_{i,j} - y_{12}"#, "x_(i,j) - y_12"),
    ("W_Q x", "W_Q x"),
    (#"\hat{y}_i"#, "hat(y)_i"),
    (#"f'(x)"#, "f'(x)"),
    (#"k \in S"#, "k in S"),
    (#"\prod_{k \in S} p"#, "prod_(k in S) p"),
    (#"\lfloor x \rfloor"#, "floor(x)"),
    (#"\frac{a+b}{\|x\|}"#, "(a + b)/(||x||)"),
    (#"\mathbb{E}[\mathcal{L}]"#, "E[L]"),
    (#"a \not= b \not\in C"#, "a != b not in C"),
    (#"\sqrt[3]{x}"#, "sqrt[3](x)"),
    (#"\begin{bmatrix}1&2\\3&4\end{bmatrix}"#, "[1 2; 3 4]"),
    ("α ≤ 1", "alpha <= 1"),
  ]

  @Test(arguments: plainPairs)
  func plain(tex: String, expected: String) {
    #expect(Maths.inline(tex, ascii: true) == expected)
  }

  private static let strayPairs: [(String, String)] = [
    (#"\foo{x}"#, #"\foo{x}"#),
    (#"a + \foo{\alpha}{b} c"#, #"a + \foo{\alpha}{b}c"#),
    (#"\foo"#, #"\foo"#),
    (#"\begin{foo}x\end{foo}"#, #"\begin{foo}x\end{foo}"#),
    ("{a", "a"),
    ("a}", "a}"),
    (#"\frac{a"#, "a/()"),
    (#"\left( x"#, "(x"),
    (#"x \right)"#, "x)"),
    (#"\begin{matrix} 1 & 2"#, "[1 2]"),
    ("(a]", "(a]"),
    ("a)", "a)"),
    (#"\"#, ""),
    ("x^", "x"),
    ("^2", "²"),
    ("", ""),
    ("a\tb\r\nc", "abc"),
    (##"\text{a\#b}"##, "a#b"),
    ("\u{1B}x", "\u{1B}x"),
  ]

  @Test(arguments: strayPairs)
  func tolerates(tex: String, expected: String) {
    #expect(Maths.inline(tex) == expected)
  }
}
