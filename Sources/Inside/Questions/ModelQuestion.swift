import Models

/// A question whose answer the model inside gives, about a text that no one has seen before.
package struct ModelQuestion: Equatable, Sendable {
  /// What is asked of it.
  package enum Ask: String, CaseIterable, Equatable, Sendable {
    /// Which token it expects next.
    case next
    /// Which head, switched off, takes most of its answer away.
    case part
    /// Where a head looks most.
    case place
    /// Which of two texts it expects more, so that its loss is lower.
    case loss
    /// At which place another text's stream brings its answer back.
    case patch

    /// What is asked, in words for who writes a question.
    package var words: String {
      switch self {
      case .next: "which token it expects next"
      case .part: "which head, switched off, takes most of its answer away"
      case .place: "where a head looks most, from the last token"
      case .loss: "which of two texts it expects more, so that its loss is lower"
      case .patch:
        "at which place another text's stream brings that text's answer; not of `repeats`"
      }
    }
  }

  package struct Choice: Equatable, Sendable {
    package let label: String
    /// What the model says to it, in numbers.
    package let reason: String
    package let isRight: Bool
  }

  package let ask: Ask
  /// What has to be known to answer: sentences, and the texts that are read.
  package let parts: [Part]
  /// In the order in which they may be shown where there are two; else in any.
  package let choices: [Choice]
  /// All numbers that decided.
  package let explanation: String
  /// What to look into: a text, and a head where one is asked about.
  package let text: String
  package let part: String?
  /// The text that is patched from, where one is.
  package var second: String?

  package enum Part: Equatable, Sendable {
    case sentence(String)
    /// What the model reads.
    case read(String)
  }

  /// What the texts are of.
  package typealias Subject = Evidence.Subject

  /// One that the seed decides; nil where no text was found that leaves no doubt, which hardly happens.
  package static func made(
    _ ask: Ask, of subjects: [Subject], seed: UInt64, in file: ModelFile
  ) -> ModelQuestion? {
    var maker = QuestionMaker(file, seed: seed)
    for _ in 0..<60 {
      let subject = maker.source.pick(subjects)
      let question =
        switch ask {
        case .next: maker.next(subject)
        case .part: maker.part(subject)
        case .place: maker.place(subject)
        case .loss: maker.loss(subject)
        case .patch: maker.patch(subject)
        }
      if let question { return question }
    }
    return nil
  }
}
