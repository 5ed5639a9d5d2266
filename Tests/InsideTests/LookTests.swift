import Models
import Testing

@testable import Inside

@Suite struct LookTests {
  private let file: ModelFile

  init() throws { file = try ShippedModel.file.get() }

  private func look(_ text: String, off: [Component] = []) -> Look {
    Look(file.tokens(text, for: "base"), in: file.base, off: off)
  }

  @Test func probabilitiesAreASoftmax() {
    let look = look("Mia has the key.")
    let all = look.next(after: 3, top: file.vocabulary.count)
    #expect(abs(all.reduce(0) { $0 + $1.probability } - 1) < 1e-12)
    #expect(zip(all, all.dropFirst()).allSatisfy { $0.probability >= $1.probability })
    #expect(all.first?.logit == look.logits(after: 3).max())
  }

  /// After the last layer nothing is left out.
  @Test func theLastLensIsTheModel() {
    let look = look("Mia has the key. Who has")
    let last = look.tokens.count - 1
    #expect(look.lens(layer: 4, after: last, top: 5) == look.next(after: last, top: 5))
    #expect(look.lens(layer: 0, after: last, top: 5) != look.next(after: last, top: 5))
  }

  @Test func weightsAreSharesOfWhatIsSeen() {
    let look = look("The drum is red.")
    for head in 0..<4 {
      let weights = look.weights(layer: 1, head: head, from: 3)
      #expect(weights.count == 4 && abs(weights.reduce(0, +) - 1) < 1e-5)
    }
    #expect(look.weights(layer: 9, head: 0, from: 0).isEmpty)
  }

  @Test func whatIsOffChangesWhatIsSaid() {
    let text = "Mia has the key. The drum is with Ben. Who has the drum?"
    let whole = look(text)
    let last = whole.tokens.count - 1
    #expect(
      file.vocabulary.bytes(of: whole.next(after: last, top: 1)[0].token) == Array(" Ben".utf8))
    #expect(look(text, off: [.layer(1)]).logits(after: last) != whole.logits(after: last))
  }

  /// The likeliest tokens, up to the end of the line; a drawn text is repeated by its seed.
  @Test func goesOnAsItExpects() throws {
    let decoder = try #require(file.decoder("instruct"))
    let tokens = file.tokens("Reverse: ball, key, pen.", for: "instruct")
    func said(_ temperature: Double, seed: UInt64) -> String {
      let ids = LookedModel.own(file).continuation(
        of: tokens, in: decoder, count: 30, temperature: temperature, seed: seed)
      return String(decoding: ids.flatMap { file.vocabulary.bytes(of: $0) }, as: UTF8.self)
    }
    #expect(said(0, seed: 1) == " pen, key, ball.\n")
    #expect(said(1.5, seed: 1) == said(1.5, seed: 1))
    #expect(Set((1...8).map { said(3, seed: $0) }).count > 1)
  }

  @Test func onlyAChatHasRoles() {
    let vocabulary = file.vocabulary
    #expect(file.tokens("a", for: "base") == [10] + vocabulary.encoding.tokens(of: "a"))
    let chat = file.tokens("<user>", for: "prefer")
    #expect(chat.first == vocabulary.newline && chat.last == vocabulary.model)
    // What a user types is never a role.
    #expect(chat.count { $0 == vocabulary.user } == 1)
  }
}
