import Testing

@testable import Typesetting

/// Tables of formulas: cases, matrices, arrays and aligned lines.
@Suite struct MathsGridTests {
  @Test func cases() {
    #expect(
      displayed(
        #"f(x) = \begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}"#)
          == #"""
                 ⎧ x   if x > 0
          f(x) = ⎨
                 ⎩ 0   otherwise
          """#)
  }

  @Test func highCases() {
    #expect(
      displayed(
        #"|x| = \begin{cases} -x & x < 0 \\ 0 & x = 0 \\ \frac{x}{1} & x > 0 \end{cases}"#)
          == #"""
                ⎧ −x    x < 0
                ⎪
                ⎪ 0     x = 0
          |x| = ⎨
                ⎪  x
                ⎪ ───   x > 0
                ⎩  1
          """#)
  }

  @Test func matrix() {
    #expect(
      displayed(#"A = \begin{bmatrix} 1 & 2 & 3 \\ 4 & 5 & 6 \\ 7 & 8 & -9 \end{bmatrix}^T"#)
        == #"""
            ⎡1  2   3⎤ᵀ
        A = ⎢4  5   6⎥
            ⎣7  8  −9⎦
        """#)
  }

  @Test func determinant() {
    #expect(
      displayed(#"\begin{vmatrix} a & b \\ c & d \end{vmatrix} = ad - bc"#)
        == #"""
        │a  b│ = ad − bc
        │c  d│
        """#)
  }

  @Test func array() {
    #expect(
      displayed(#"\left\{\begin{array}{lr|c} 1 & 2 & 3 \\ 40 & 50 & 60 \end{array}\right\}"#)
        == #"""
        ⎧1    2 │  3⎫
        ⎩40  50 │ 60⎭
        """#)
  }

  @Test func highCells() {
    #expect(
      displayed(#"\begin{bmatrix} \frac{1}{2} & 0 \\ 0 & x \end{bmatrix}"#)
        == #"""
        ⎡ 1    ⎤
        ⎢───  0⎥
        ⎢ 2    ⎥
        ⎢      ⎥
        ⎣ 0   x⎦
        """#)
  }

  @Test func aligned() {
    #expect(
      displayed(
        #"\begin{aligned} a &= b + c \\ &= \frac{d}{e} \\ x + y &\le z \end{aligned}"#)
          == #"""
              a = b + c

                   d
                = ───
                   e

          x + y ≤ z
          """#)
  }

  @Test func lines() {
    #expect(
      displayed(#"a = b \\ a + b = c"#)
        == #"""
          a = b
        a + b = c
        """#)
  }
}
