import Models
import TestSupport
import Testing

@testable import Inside

@Suite struct CorpusTests {
  @Test func aSeedRepeatsItsText() {
    func text(_ seed: UInt64) -> [String] {
      var source = Source(seed: seed)
      return Corpus.Kind.allCases.map { Corpus.passage($0, &source).text }
    }
    #expect(text(3) == text(3))
    #expect(text(3) != text(4))
  }

  @Test(arguments: Corpus.Kind.allCases) func noGapStaysOpen(_ kind: Corpus.Kind) {
    for split in Split.allCases {
      var source = Source(split, seed: 2)
      for _ in 0..<200 {
        let text = Corpus.passage(kind, &source).text
        #expect(!text.contains { "{}|".contains($0) } && !text.contains("  "), "\(text)")
      }
    }
  }

  /// Parts end where words end: else their tokens would not be those of the text.
  @Test(arguments: Corpus.Kind.allCases) func partsHaveTheTokensOfTheWhole(_ kind: Corpus.Kind) {
    let encoding = Self.vocabulary.encoding
    var source = Source(seed: 5)
    for _ in 0..<100 {
      let passage = Corpus.passage(kind, &source)
      #expect(
        passage.segments.flatMap { encoding.tokens(of: $0.text) }
          == encoding.tokens(of: passage.text), "\(passage.text)")
    }
  }

  @Test(arguments: Chat.Task.allCases) func instructionsHaveOneAnswer(_ task: Chat.Task) {
    for split in [Split.training, .wordings] {
      var source = Source(split, seed: 6)
      for _ in 0..<100 {
        let passage = Chat.passage(task, &source)
        #expect(passage.segments.map(\.role) == [.question, .answer])
        #expect(passage.segments.allSatisfy { $0.text.hasPrefix(" ") })
      }
    }
  }

  @Test func aRefusedQuestionIsOfNothingInTheStory() throws {
    var source = Source(seed: 7)
    for _ in 0..<200 {
      let choice = Chat.choice(isUnanswerable: true, &source)
      let (prompt, answer) = try #require(choice.better.asked)
      #expect(answer == Chat.refusal)
      #expect(choice.worse.asked?.prompt == prompt && choice.worse.asked?.answer != answer)
    }
  }

  private static let vocabulary = Vocabulary(learning: 400, characters: 20_000, seed: 1)
}

/// What is kept from training is in none of it.
@Suite struct SplitTests {
  @Test func pairsAreKeptBackByConstruction() {
    var kept = 0
    for relation in Fact.Relation.allCases {
      var training = Source(seed: 1)
      for _ in 0..<2_000 {
        for fact in FactStory(relation, count: 3, &training).facts {
          #expect(!Split.isHeldOut(fact.subject, fact.value))
        }
      }
      var testing = Source(.pairs, seed: 1)
      for _ in 0..<100 {
        let story = FactStory(relation, count: 3, &testing)
        for (index, fact) in story.facts.enumerated() {
          #expect(Split.isHeldOut(fact.subject, fact.value) == (index == story.asked))
        }
        kept += 1
      }
    }
    #expect(kept == 300)
  }

  @Test func aboutOnePairInSixteenIsKeptBack() {
    let pairs = Lexicon.things.flatMap { thing in Lexicon.names.map { (thing, $0) } }
    let kept = pairs.count { Split.isHeldOut($0, $1) }
    #expect((8...28).contains(kept), "\(kept) of \(pairs.count)")
  }

  /// No kept pair is a fact of a text of giving either.
  @Test func whoGivesMayHaveTheThing() throws {
    var source = Source(seed: 4)
    for _ in 0..<1_000 {
      let text = Giving.passage(&source).text
      let names = Lexicon.names.filter { text.contains($0) }
      let things = Lexicon.things.filter { text.contains(" \($0) ") }
      for thing in things {
        #expect(!names.contains { Split.isHeldOut(thing, $0) }, "\(text)")
      }
      if names.count == 2 {
        #expect(!Split.isHeldOut(names[0], names[1]) || names.count > 2, "\(text)")
      }
    }
  }

  /// Of all words that stand together in a passage, something is open in each list: who meets where, with
  /// what of which colour.
  @Test func somethingIsAlwaysOpen() {
    for thing in Lexicon.things {
      #expect(Lexicon.colours.contains { !Split.isHeldOut(thing, $0) })
    }
    for (one, other) in Lexicon.names.flatMap({ one in Lexicon.names.map { (one, $0) } }) {
      #expect(
        Lexicon.things.contains { thing in ![one, other].contains { Split.isHeldOut(thing, $0) } })
      for thing in Lexicon.things {
        let words = [one, other, thing]
        #expect(
          Lexicon.places.contains { place in !words.contains { Split.isHeldOut($0, place) } },
          "\(words)")
      }
    }
  }

  @Test func wordingsAreOfOneSideOnly() {
    for relation in Fact.Relation.allCases {
      let fact = Fact(relation: relation, subject: "key", value: "Mia")
      for wordings in [fact.statements, fact.questions] {
        let shared = wordings.training.filter(wordings.heldOut.contains)
        #expect(shared.isEmpty && wordings.heldOut.count >= 4, "\(shared)")
      }
    }
  }

  @Test func heldOutWordingsAreAskedIn() {
    var source = Source(.wordings, seed: 9)
    let fact = Fact(relation: .holder, subject: "key", value: "Mia")
    for _ in 0..<50 {
      #expect(fact.questions.heldOut.contains(source.wording(fact.questions)))
      #expect(fact.statements.heldOut.contains(source.wording(fact.statements)))
    }
  }
}
