import JSONText
import TestSupport
import Testing

@testable import Models

/// Tokens against tiktoken and tokenizers, as `Tests/Fixtures/tokens/make_tokens.py` wrote them down.
@Suite struct BytePairTests {
  private let fixture: JSON
  private let encoding: BytePairEncoding

  init() throws {
    fixture = try JSON.parse(
      utf8: try Files.bytes(of: "\(Files.tests)/Fixtures/tokens/tokens.json"))
    let merges = try fixture.rows("merges").map { BytePairEncoding.Pair(Int($0[0]), Int($0[1])) }
    encoding = try #require(BytePairEncoding(merges: merges))
  }

  private var texts: [(text: String, tokens: [Int], words: [String])] {
    get throws {
      try #require(fixture["texts"]?.array).map { entry in
        (
          try entry.text("text"), try entry.numbers("tokens").map { Int($0) },
          try #require(entry["words"]?.array).map { try #require($0.string) }
        )
      }
    }
  }

  @Test func wordsAreThoseOfTheRule() throws {
    for (text, _, words) in try texts {
      let bytes = Array(text.utf8)
      let found = WordSplit.gpt2.words(of: text).map { String(decoding: bytes[$0], as: UTF8.self) }
      #expect(found == words, "\(text.debugDescription)")
    }
  }

  @Test func tokensAreThoseOfOthers() throws {
    #expect(try texts.count > 50)
    for (text, tokens, _) in try texts {
      #expect(encoding.tokens(of: text) == tokens, "\(text.debugDescription)")
      #expect(encoding.text(of: tokens) == text)
    }
  }

  /// The way over the whole text comes to what each word comes to alone.
  @Test func stepsEndWithTheTokens() throws {
    for (text, tokens, words) in try texts {
      let steps = MergeSteps(text, by: encoding).steps
      let (first, last) = (try #require(steps.first), try #require(steps.last))
      #expect(last.tokens == tokens)
      #expect(first.tokens == text.utf8.map { Int($0) } && first.rank == nil)
      #expect(first.words.count == words.count)
      let ranks = steps.dropFirst().compactMap(\.rank)
      #expect(ranks.count == steps.count - 1 && ranks == ranks.sorted())
      for (before, after) in zip(steps, steps.dropFirst()) {
        #expect(before.tokens.count - after.tokens.count == after.count && after.count > 0)
      }
    }
  }

  @Test func mergesAreLearntAsThePlainRuleHasThem() throws {
    let training = MergeTraining(on: try fixture.text("training"), merges: 300)
    let learnt = training.merges.map {
      [Double($0.pair.left), Double($0.pair.right), Double($0.count)]
    }
    #expect(try learnt == fixture.rows("merges"))
    #expect(training.encoding == encoding)
  }

  @Test func nothingIsLearntOfNothing() {
    for text in ["", "abc", " "] {
      #expect(MergeTraining(on: text, merges: 10).merges.isEmpty)
    }
    #expect(MergeTraining(on: "abab", merges: 0).merges.isEmpty)
  }

  @Test func mergesOfTokensNotMadeYetAreRefused() {
    for pair in [(256, 97), (97, 256), (-1, 97), (97, Int.max)] {
      #expect(BytePairEncoding(merges: [.init(pair.0, pair.1)]) == nil)
    }
    // Of a pair that is merged twice the first counts.
    let twice = BytePairEncoding(merges: [.init(97, 97), .init(97, 97)], split: .none)
    #expect(twice?.tokens(of: "aaa") == [256, 97])
    #expect(twice?.bytes(of: 999) == [] && twice?.text(of: [97, -5, 0xFF]) == "a\u{FFFD}")
  }
}
