import Testing

@testable import Typesetting

/// Each kind of part in two dimensions.
@Suite struct MathsDisplayTests {
  @Test func oneRow() {
    #expect(
      displayed(#"m_t = \beta_1 m_{t-1} + (1-\beta_1) g_t^2"#)
        == #"""
        mₜ = β₁mₜ₋₁ + (1 − β₁)gₜ²
        """#)
  }

  @Test func integral() {
    #expect(
      displayed(#"\int_{-\infty}^{\infty} \frac{1}{\sqrt{2\pi}} e^{-\frac{x^2}{2}} dx = 1"#)
        == #"""
        ∞
        ⌠    1    −x²/2
        ⎮  ───── e     dx = 1
        ⌡    __
        −∞  √2π
        """#)
  }

  @Test func sum() {
    #expect(
      displayed(#"\sum_{n=1}^{\infty} \frac{1}{n^2} = \frac{\pi^2}{6}"#)
        == #"""
         ∞
        ╲‾‾  1      π²
         >  ──── = ────
        ╱__  n²     6
        n=1
        """#)
  }

  @Test func product() {
    #expect(
      displayed(#"\prod_{i=1}^n \left(1 + \frac{1}{i}\right) = n+1"#)
        == #"""
         n
        ┬─┬ ⎛     1 ⎞
        │ │ ⎜1 + ───⎟ = n + 1
        ┴ ┴ ⎝     i ⎠
        i=1
        """#)
  }

  @Test func limit() {
    #expect(
      displayed(#"\lim_{x \to 0} \frac{\sin x}{x} = 1"#)
        == #"""
             sin x
        lim ─────── = 1
        x→0    x
        """#)
  }

  @Test func stackedLimits() {
    #expect(
      displayed(#"\bigcap_{\substack{j \in S \\ j \ne k}} B_j"#)
        == #"""
         ⋂  Bⱼ
        j∈S
        j≠k
        """#)
  }

  @Test func nestedFractions() {
    #expect(
      displayed(#"\frac{1}{1+\frac{1}{1+\frac{1}{x}}}"#)
        == #"""
               1
        ───────────────
                 1
         1 + ─────────
                   1
              1 + ───
                   x
        """#)
  }

  @Test func quadraticRoot() {
    #expect(
      displayed(#"x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}"#)
        == #"""
                   ________
             −b ± √b² − 4ac
        x = ────────────────
                   2a
        """#)
  }

  @Test func roots() {
    #expect(
      displayed(#"\sqrt{\frac{a}{b}} + \sqrt[3]{x+1} + \sqrt[n]{\frac{1}{2}} + \sqrt{d_k}"#)
        == #"""
         ┌───             ┌───
         │ a     _____    │ 1
         │─── + ∛x + 1 + n│─── + √dₖ
        ╲│ b             ╲│ 2
        """#)
  }

  @Test func nestedRoots() {
    #expect(
      displayed(#"\sqrt{1+\sqrt{1+\sqrt{1+x}}}"#)
        == #"""
         ┌────────────────
         │     ┌──────────
         │     │     _____
        ╲│1 + ╲│1 + √1 + x
        """#)
  }

  @Test func delimiters() {
    #expect(
      displayed(
        #"\left\lfloor \frac{n}{2} \right\rfloor + \left\lceil \frac{n}{2} \right\rceil + \left\langle \frac{a}{b} \right\rangle + \left\| \frac{a}{b} \right\|^2 + \left| \frac{a}{b} \right|"#
      )
        == #"""
        ⎢ n ⎥   ⎡ n ⎤   ╱ a ╲   ‖ a ‖²   │ a │
        ⎢───⎥ + ⎢───⎥ + ⟨───⟩ + ‖───‖  + │───│
        ⎣ 2 ⎦   ⎢ 2 ⎥   ╲ b ╱   ‖ b ‖    │ b │
        """#)
  }

  @Test func middle() {
    #expect(
      displayed(#"\left\{ \frac{a}{b} \;\middle|\; a \in \mathbb{Z} \right\}"#)
        == #"""
        ⎧ a  │      ⎫
        ⎨─── │ a ∈ ℤ⎬
        ⎩ b  │      ⎭
        """#)
  }

  @Test func openEnd() {
    #expect(
      displayed(#"\left. \frac{a}{b} \right|_{x=0}"#)
        == #"""
         a │
        ───│
         b │ₓ₌₀
        """#)
  }

  @Test func binomial() {
    #expect(
      displayed(#"\binom{n}{k} = \frac{n!}{k!(n-k)!}"#)
        == #"""
        ⎛n⎞        n!
        ⎜ ⎟ = ────────────
        ⎝k⎠    k!(n − k)!
        """#)
  }

  @Test func corners() {
    #expect(
      displayed(#"\left(\frac{a}{b}\right)^2_i + \left(\frac{a}{b}\right)^{d \times r}"#)
        == #"""
                      d×r
        ⎛ a ⎞²   ⎛ a ⎞
        ⎜───⎟  + ⎜───⎟
        ⎝ b ⎠ᵢ   ⎝ b ⎠
        """#)
  }

  @Test func braces() {
    #expect(
      displayed(#"\underbrace{a+b+c}_{\text{total}} = \overbrace{x+y}^{n}"#)
        == #"""
                      n
                    ╭─┴─╮
        a + b + c = x + y
        ╰───┬───╯
          total
        """#)
  }

  @Test func accents() {
    #expect(
      displayed(#"\hat{x} + \widehat{KL} + \overline{a+b} + \underline{ab} + \vec{AB}"#)
        == #"""
            ^    _____        ─→
        x̂ + KL + a + b + ab + AB
                         ‾‾
        """#)
  }

  @Test func labelledArrows() {
    #expect(
      displayed(#"x \xrightarrow{f} y \xrightarrow[n \to \infty]{d} z \overset{!}{=} w"#)
        == #"""
          f    d    !
        x ⟶ y  ⟶  z = w
              n→∞
        """#)
  }

  @Test func scriptsOfALineAgree() {
    #expect(
      displayed(#"W^Q + W^K"#)
        == #"""
         Q    K
        W  + W
        """#)
  }
}

/// The rows of a displayed formula without the padding at their ends.
func displayed(_ tex: String, width: Int = 80, ascii: Bool = false) -> String {
  Maths.display(tex, width: width, ascii: ascii).rows
    .map { row in String(row.reversed().drop { $0 == " " }.reversed()) }
    .joined(separator: "\n")
}
