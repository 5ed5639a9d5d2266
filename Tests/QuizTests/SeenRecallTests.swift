import Notes
import Testing

@testable import Quiz

/// Cards and options of other programs that stand under a quiz comment: asked as recalls, with the answer in sight.
@Suite struct SeenRecallTests {
  private func told(
    _ body: String, under heading: String = "What do bees collect?", note: String = "So it is."
  ) -> [Diagnostic] {
    let questions = lessonQuestions(body, under: heading, note: note)
    #expect(questions.written.count == 1 && questions.broken.isEmpty, "\(body)")
    return questions.diagnostics
  }

  @Test(arguments: [
    ("What? ;; nectar", 9, 1),
    ("What? \u{2192} nectar", 9, 1), ("What? -> nectar", 9, 1), ("What? >> nectar", 9, 1),
    ("What? | nectar", 9, 1), ("What? == nectar", 9, 1), ("What?\tnectar", 9, 1),
    ("nectar\ta sweet liquid", 9, 1), ("nectar | a sweet liquid", 9, 1),
    ("[( )] sand\n[(X)] nectar", 9, 1), ("o sand\n@ nectar", 9, 1),
    ("a. sand\nb. nectar", 9, 1), (":- sand\n:+ nectar", 9, 1),
    ("\\choice sand\n\\CorrectChoice nectar", 9, 1),
    ("Bees collect ::nectar:: there.", 9, 14), ("Bees collect {blank:nectar} there.", 9, 14),
    ("Bees collect #nectar# there.", 9, 14),
    ("Bees collect \u{3010}\u{3010}nectar\u{3011}\u{3011}.", 9, 14),
    ("Bees collect [ nectar ] there.", 9, 14),
    ("True or false: bees collect nectar. (True)", 9, 1),
    ("Bienen sammeln Nektar. (wahr)", 9, 1),
    ("Bees collect **nectar** from flowers.", 9, 16),
    ("**Q.** What is it?\n\n**R.** nectar", 11, 1), ("Sand or nectar\nAnswer b", 10, 1),
    ("Bees fly.\n\n---\n\nThey collect nectar.", 13, 1),
  ]) func aRecallThatShowsItsAnswer(body: String, line: Int, column: Int) {
    let found = told(body)
    #expect(
      found.count == 1 && found[0].severity == .warning && found[0].line == line
        && found[0].column == column
        && found[0].message
          == "this is asked as a recall, and all of it is shown before the answer",
      "\(body) \(found)")
    // What the remedy tells silences it.
    if !body.contains("\n\n") { #expect(told("Given:\n\n\(body)") == [], "\(body)") }
  }

  @Test func codeThatTheNoteTells() {
    #expect(told("Bees collect `nectar` from flowers.", note: "The nectar.").count == 1)
    #expect(told("Bees collect `nectar` from flowers.") == [])
  }

  @Test(arguments: [
    "Answer in your **own words** first.", "Say it in *your words*.", "Bees collect nectar.",
    "Bees *never* collect sand.", "Is it **nectar**?", "A ratio of 3 -> 4.", "Let a >> b.",
    "What of it? Think of a flower - and of the way to it in the sun of summer.",
    "Compare:\n\na. sand\nb. nectar", "```\nWhat? -> nectar\n```", "A smile :nectar: here.",
    "It is x^2, C# and F#, 50 % of it, a_b and {a, b}.", "See (Smith) and [1].",
    "The map f: a -> b.", "$a == b$ holds.", "a | b", "Bees fly.\n\n---",
    "I see\no that is well\nsaid",
  ]) func aRecallThatIsMeant(body: String) { #expect(told(body) == [], "\(body)") }

  @Test func reasonsAreNoWords() {
    #expect(told("Bees collect **nectar** from flowers.", under: "Why is it so?") == [])
  }
}
