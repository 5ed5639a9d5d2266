import Testing

@testable import Typesetting

/// Displayed formulas in ASCII.
@Suite struct MathsPlainDisplayTests {
  @Test func attention() {
    #expect(
      displayed(#"\mathrm{softmax}\left(\frac{QK^\top}{\sqrt{d_k}}\right)V"#, ascii: true)
        == #"""
               /   QK^T    \
        softmax|-----------|V
               \ sqrt(d_k) /
        """#)
  }

  @Test func sum() {
    #expect(
      displayed(#"\sum_{i=1}^{n} \alpha_i x_i^2 \le \frac{1}{2}"#, ascii: true)
        == #"""
         n                    1
        sum alpha_i x_i^2 <= ---
        i=1                   2
        """#)
  }

  @Test func rows() {
    #expect(
      displayed(#"e^{x_i} \to y_{t-1}"#, ascii: true)
        == #"""
         x_i
        e    -> y
                 t-1
        """#)
  }

  @Test func root() {
    #expect(
      displayed(#"\sqrt{\frac{a}{b}}^2"#, ascii: true)
        == #"""
            / a \^2
        sqrt|---|
            \ b /
        """#)
  }

  @Test func cases() {
    #expect(
      displayed(
        #"f(x) = \begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}"#,
        ascii: true)
          == #"""
                 / x   if x > 0
          f(x) = <
                 \ 0   otherwise
          """#)
  }

  @Test func matrix() {
    #expect(
      displayed(
        #"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}^T \begin{bmatrix} x \\ y \end{bmatrix}"#,
        ascii: true)
          == #"""
          /1  2\^T [x]
          \3  4/   [y]
          """#)
  }

  @Test func delimiters() {
    #expect(
      displayed(
        #"\left\lfloor \frac{n}{2} \right\rfloor + \left\langle \frac{a}{b} \right\rangle + \left\| \frac{a}{b} \right\|"#,
        ascii: true)
          == #"""
          | n |   / a \   || a ||
          |---| + <---> + ||---||
          [ 2 ]   \ b /   || b ||
          """#)
  }

  @Test func braces() {
    #expect(
      displayed(#"\underbrace{a+b+c}_{\text{total}} = \overbrace{x+y}^{n}"#, ascii: true)
        == #"""
                      n
                    /---\
        a + b + c = x + y
        \_______/
          total
        """#)
  }
}
