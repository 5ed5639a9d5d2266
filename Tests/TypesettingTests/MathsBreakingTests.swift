import Testing

@testable import Typesetting

/// Formulas wider than the screen.
@Suite struct MathsBreakingTests {
  @Test func atRelations() {
    #expect(
      displayed(#"H(p, q) = -\sum_{x} p(x) \log q(x) = H(p) + D(p \,\|\, q)"#, width: 36)
        == #"""
        H(p, q) = −∑ p(x) log q(x)
                   x

                = H(p) + D(p ‖ q)
        """#)
  }

  @Test func atSums() {
    #expect(
      displayed(#"y = a_1 x_1 + a_2 x_2 + a_3 x_3 + a_4 x_4 - a_5 x_5"#, width: 24)
        == #"""
        y = a₁x₁ + a₂x₂ + a₃x₃
            + a₄x₄ − a₅x₅
        """#)
  }

  @Test func atWideSpaces() {
    #expect(
      displayed(
        #"m_t = \beta_1 m_{t-1} + (1-\beta_1) g_t, \quad v_t = \beta_2 v_{t-1} + (1-\beta_2) g_t^2"#,
        width: 36)
          == #"""
          mₜ = β₁mₜ₋₁ + (1 − β₁)gₜ,
          vₜ = β₂vₜ₋₁ + (1 − β₂)gₜ²
          """#)
  }

  @Test func highPieces() {
    #expect(
      displayed(
        #"\mathrm{perplexity} = \exp\left(-\frac{1}{N}\sum_{i=1}^{N}\log p_i\right)"#, width: 34)
          == #"""
                          ⎛   1   N        ⎞
          perplexity = exp⎜− ───  ∑  log pᵢ⎟
                          ⎝   N  i=1       ⎠
          """#)
  }

  @Test func linesOfAGrid() {
    #expect(
      displayed(#"\begin{aligned} a &= b + c + d + e \\ &= f \end{aligned}"#, width: 12)
        == #"""
        a = b + c
            + d + e

        = f
        """#)
  }

  @Test func onOneLineAtLast() {
    #expect(
      displayed(#"f\left(\frac{a+b+c}{d}, \frac{g+h}{i}\right)"#, width: 16)
        == #"""
        f((a + b + c)/d,
        (g + h)/i)
        """#)
  }

  @Test func insideWordsWhereNeeded() {
    #expect(
      displayed(#"\text{incomprehensibilities}"#, width: 8)
        == #"""
        incompre
        hensibil
        ities
        """#)
  }
}
