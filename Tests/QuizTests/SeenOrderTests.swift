import Notes
import Testing

@testable import Quiz

/// Steps and pairs that show by themselves, or in what stands around them, how they are to be answered.
@Suite struct SeenOrderTests {
  private static let steps = "1. heat\n2. stir\n3. cool"
  private static let pairs = "- ebb :: falling\n- flow :: rising"

  private func found(_ body: String, under heading: String = "In which order?") -> [String] {
    lessonQuestions(body, under: heading, note: "So it is.").diagnostics.map {
      "\($0.line) \($0.severity.rawValue) \($0.remedy)"
    }
  }

  @Test func stepsThatAreNamedInTheirOrder() {
    let remedy = "warning name them in another order, or take them away"
    #expect(found("> First heat, then stir, then cool.\n\n\(Self.steps)") == ["9 \(remedy)"])
    #expect(found("Of heat, stir and cool:\n\n\(Self.steps)") == ["9 \(remedy)"])
    #expect(found(Self.steps, under: "In which order: heat, stir, cool?") == ["7 \(remedy)"])
    #expect(found("Of cool, heat and stir:\n\n\(Self.steps)") == [])
    #expect(found("1. heat\n2. stir", under: "Do you heat or stir first?") == [])
  }

  @Test func stepsThatCountThemselves() {
    #expect(
      found("1. first heat\n2. then stir\n3. finally cool") == [
        "9 warning write 1. heat", "10 warning write 2. stir", "11 warning write 3. cool",
      ])
    #expect(found("1. first layer\n2. second layer\n3. a layer more") == [])
  }

  @Test func anOrderBelowTheSteps() {
    #expect(found("\(Self.steps)\n\nAnswer: 1, 2, 3") == ["13 error take this line away"])
    #expect(
      found("A. stir\nB. heat\nC. cool\n\nAnswer: B, A, C") == [
        "9 error write 1. heat", "10 error write 2. stir", "11 error write 3. cool",
        "13 error take this line away",
      ])
  }

  @Test func pairsThatShowThemselves() {
    let heading = "What belongs together?"
    #expect(
      found("- a. ebb :: 1. falling\n- b. flow :: 2. rising", under: heading)
        == ["9 error write - ebb :: falling", "10 error write - flow :: rising"])
    for box in ["[x]", "[ ]"] {
      #expect(
        found("- \(box) ebb :: falling\n- \(box) flow :: rising", under: heading)
          == ["9 error write - ebb :: falling", "10 error write - flow :: rising"])
    }
    #expect(
      found("- ebb (falling) :: falling\n- flow :: rising", under: heading)
        == ["9 warning write other words for one of them"])
    #expect(
      found("> Ebb is falling.\n\n\(Self.pairs)", under: heading)
        == ["9 warning write what leads to it, or take the hint away"])
    for honest in [
      Self.pairs, "> Ebb is one of them.\n\n\(Self.pairs)", "> One is rising.\n\n\(Self.pairs)",
      "- one :: 1 g of it\n- two :: 2 g of it",
      "- key :: what a query is compared with\n- query :: what asks",
      "> Is ebb falling, or rising?\n\n\(Self.pairs)",
    ] {
      #expect(found(honest, under: heading) == [], "\(honest)")
    }
    // One of several statements.
    #expect(found("- [x] ebb :: falling\n- [ ] flow :: falling", under: heading) == [])
  }

  @Test func marksInAFence() {
    #expect(
      found("```text\nBees drink [[nectar]].\n```", under: "What?")
        == ["10 warning write [[nectar]] in a line below the fence, and \u{2026} in its place"])
    #expect(found("```sh\n[[ -f x ]] && a[[1, 2]]\n```", under: "What?") == [])
  }

  @Test func theModelBesideOptions() {
    #expect(
      found("```model\nask = next\nof = who\n```\n\n1. [ ] a\n1. [x] b", under: "What?")
        == ["9 error take this fence away, or the answers"])
  }
}
