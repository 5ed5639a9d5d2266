import Testing

@testable import Plots

@Suite struct PlotVectorTests {
  private func plot(
    _ u: (Double, Double), _ v: (Double, Double), _ columns: Int = 40, _ rows: Int = 12,
    ascii: Bool = false
  ) -> PlotPicture {
    VectorPlot(u: PlotPoint(x: u.0, y: u.1), v: PlotPoint(x: v.0, y: v.1))
      .picture(columns: columns, rows: rows, ascii: ascii)
  }

  @Test func acuteAngle() {
    expectPicture(
      plot((2, 3), (4, 1)).text,
      """
          3 ┤            ⣀ u
            │          ⠒⡩⡏⠄
            │          ⡔⠁ ⠂
            │        ⢀⠎   ⠈⡀
          2 ┤       ⡠⠃     ⠄
            │      ⡔⠁      ⠐
            │    ⢀⠎         ⢁       ⣀
          1 ┤   ⡨⠓⢄ θ       ⠠    ⢀⣀⡠⠤⣝⠖ v
            │  ⡔⠁  ⢇    ⢀⣀⣠⣤⡴⠖⠒⠊⠉⠁  ⠈
            │⢀⠎  ⢀⣀⣤⣧⠶⠶⠛⠋⠉⠁
      ──────⢠⡷⠶⠞⠛⠋⠉──────┴────────────┴───────
            │            2            4
      """)
    expectPicture(
      plot((2, 3), (4, 1), ascii: true).text,
      #"""
          3 +            ^ u
                        /.
            |          /  .
                     //   .
          2 +       /      .
                   /       .
            |    //         .
          1 +   /..         .    ..---> v
            |  /   .     ****x'''
             //  ********
      - - - /**** - - - -+- - - - - - + - - -
                         2            4
      """#)
  }

  @Test func obtuseAngleProjectsBackwards() {
    expectPicture(
      plot((-1, 2), (3, 1)).text,
      """
         u       │
         ⣷⠤⡀   2 ┤
         ⠃⢣      │
          ⢈⢣     │
           ⠄⢣    │   θ
           ⠐ ⢣⡠⠤⠤⠤⠤⠤⠤⡀                 ⣀⡩⣵⠖ v
            ⢁ ⢣  │   ⠈⠑⢄         ⣀⡠⠤⠒⠊⠉ ⠈
             ⠄ ⢣ │     ⠈⢢  ⢀⣀⠤⠒⠊⠉
             ⠐  ⢣│   ⢀⣀⠤⠔⠓⠉⠁
      ───┴────⢁⣀⣠⣧⠔⠒⠉⠁───┴────────┴───────┴───
        -1    ⠈⠉⠁│       1        2       3
                 │
      """)
    expectPicture(
      plot((-1, 2), (3, 1), ascii: true).text,
      #"""
         u
         ^     2 +
          \
          .\     |
           .\
            .\........                 .--> v
            . \      ...         .---''
             . \ |      .  ..--''
              . \    .---''
       - + - -x**\-''- - + - - - -+- - - -+- -
        -1               1        2       3
                 |
      """#)
  }

  @Test func alongAnAxisAVectorDiffersFromIt() {
    expectPicture(
      plot((1, 0), (3, 0)).text,
      """
         │
         │
         ┤ 0.5
         │
         │        ⡀ u                   ⢀  v
      ───⢠⣤⣤⣤⣤⣤⣤⣤⣤⣬⣵⣦⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⢭⡶⠄──
         │        ⠉ 1          2        ⠈⠁ 3
         │
         ┤ -0.5
         │
         │
         ┤ -1.0
      """)
    expectPicture(
      plot((1, 0), (3, 0), ascii: true).text,
      """

         |
         + 0.5
         |
                    u                      v
       - ----------->----------------------> -
                    1          2           3
         |
         + -0.5
         |

         + -1.0
      """)
  }

  @Test func large() {
    expectPicture(
      plot((3, 4), (5, 1), 60, 20).text,
      """
           4 ┤                         ⢀⡀ u
             │                       ⠐⢊⢽⢁
             │                       ⡠⠃ ⠠
             │                     ⢀⠜    ⠂
             │                    ⡠⠃     ⢁
           3 ┤                  ⢀⠜        ⠄
             │                 ⡠⠃         ⠂
             │               ⢀⠜           ⢈
             │              ⡠⠃             ⠄
           2 ┤            ⢀⠜               ⠂
             │           ⡠⠃                ⠈⡀
             │         ⢀⠜                   ⠄
             │        ⡠⠃                    ⠐
             │      ⢀⠜                      ⠈⡀         ⠤⣀
           1 ┤     ⡠⠃                        ⠄   ⣀⣀⡠⠤⠤⠒⢒⠮⠋ v
             │   ⢀⠾⡀ θ                 ⢀⣀⣀⣤⣤⡴⠶⠊⠉⠉
             │  ⡠⠃ ⠈⢢        ⢀⣀⣀⣤⣤⡴⠶⠶⠛⠛⠋⠉⠉
             │⢀⠜    ⣈⣆⣠⣤⣴⠶⠶⠟⠛⠋⠉⠉
      ───────⢠⣧⠶⠶⠞⠛⠛⠉⠉⠁────────┴────────┴────────┴───────┴────────
             │        1        2        3        4       5
      """)
  }

  @Test func small() {
    expectPicture(
      plot((2, 3), (4, 1), 16, 6).text,
      """
         │    ⡀ u
         │  ⠔⡞⡗
       2 ┤ ⢠⡎ ⠉⡀⢀⡀
         │⢠⠊⠘⢆⣀⣤⡠⢬⡵⠂ v
      ───⢠⡷⠶⠛⠋⠉──⠁───┴
         │
      """)
    expectPicture(
      plot((2, 3), (4, 1), 8, 4).text,
      """
      │  ⢀⡄ u
      │ ⢊⠏⡗ v
      │⢠⠛⢆⢈⣈⣑⣢
      ⢠⡷⠶⠛⠋⠁⠊⠁
      """)
  }

  @Test func hugeNumbers() {
    expectPicture(
      plot((3e300, 1e300), (1e300, 1e300)).text,
      """
           ┤ 2e300             ⡀
           │                 ⣠⠞⠁⠠
           │               ⣠⠞⠁    ⠂
           │             ⣠⠞⠁       ⠈ ⡀
           │         v ⣠⠞⠁            ⠠
           ┤ 1e300⢀⣀⢤⣤⠞⠁              ⢒⣢⡦ u
           │      ⢀⣴⢿⠁           ⣀⠤⠔⠒⠉⠁⠜
           │    ⢀⣴⠟⠁       ⣀⡠⠤⠒⠊⠉
           │   ⣠⠟⢅ θ ⣀⡠⠤⠒⠊⠉
           │ ⣠⠞⢁⣀⠬⠖⠊⠉
      ─────⢠⠞⠓⠉⠁─────┴─────────┴────────┴─────
           │       1e300     2e300    3e300
      """)
  }

  @Test func lengthsWithoutUnitsLookTheSame() {
    let usual = plot((2, 3), (4, 1), 15, 12)
    for scale in [1e-300, 1e-150, 1e150, 1e300] {
      #expect(plot((2 * scale, 3 * scale), (4 * scale, scale), 15, 12) == usual)
    }
  }

  @Test func zeroVectorsAreNamedAtTheOrigin() {
    expectPicture(
      plot((0, 0), (0, 0), 30, 8).text,
      """
                    │
                    │
              v = 0 │ u = 0
      ───┴──────────•───────────┴───
        -2          │           2
                    │
                    │
                    │
      """)
    #expect(plot((0, 0), (3, 4)).text.contains { $0.contains("u = 0") })
  }

  @Test func whatIsNotFiniteIsNamedAtTheBottom() {
    let text = plot((.nan, 1), (.infinity, 0)).text
    #expect(text[11].hasPrefix("u is not finite") && text[10].hasPrefix("v is not finite"))
    #expect(plot((.nan, 1), (1, 2)).text.contains { $0.contains(" v") })
  }

  @Test func feetOfPerpendiculars() throws {
    let cases: [((Double, Double), (Double, Double), (Double, Double))] = [
      ((2, 3), (4, 1), (44.0 / 17, 11.0 / 17)), ((-1, 2), (3, 1), (-0.3, -0.1)),
      ((1, 2), (0, 5), (0, 2)), ((3, 4), (3, 4), (3, 4)), ((1, 0), (0, 1), (0, 0)),
      ((1e300, 0), (1e-300, 1e-300), (5e299, 5e299)), ((1e-300, 0), (1e300, 0), (1e-300, 0)),
    ]
    for (u, v, foot) in cases {
      let plot = VectorPlot(u: PlotPoint(x: u.0, y: u.1), v: PlotPoint(x: v.0, y: v.1))
      let found = try #require(plot.projection)
      let size = plot.u.magnitude
      #expect(abs(found.x - foot.0) <= 1e-15 * size && abs(found.y - foot.1) <= 1e-15 * size)
    }
    let zero = PlotPoint(x: 0, y: 0)
    #expect(VectorPlot(u: zero, v: PlotPoint(x: 1, y: 0)).projection == nil)
    #expect(VectorPlot(u: PlotPoint(x: 1, y: 0), v: zero).projection == nil)
  }

  /// A right angle is one on the screen too, a cell being two dots by four.
  @Test func lengthsAcrossAndDownHaveOneScale() {
    let points = [PlotPoint(x: 3, y: 0), PlotPoint(x: 0, y: -3)]
    for (columns, rows) in [(40, 12), (20, 20), (80, 24)] {
      let frame = VectorFrame(around: points, columns: columns, rows: rows)
      let across = frame.dot(points[0]) - frame.origin
      let down = frame.dot(points[1]) - frame.origin
      #expect(across.x > 10 && abs(across.x - down.y) < 1e-9 && across.y == 0 && down.x == 0)
      for point in points {
        let dot = frame.dot(point)
        #expect(dot.x >= 0 && dot.x <= Double(2 * columns) && dot.y >= 0)
        #expect(dot.y <= Double(4 * rows))
      }
    }
  }

  @Test func everySeriesHasCellsOfItsOwn() {
    let drawn = Set(plot((2, 3), (4, 1)).cells.map(\.series))
    #expect(drawn == [-1, 0, 1, 2, 3])
  }
}
