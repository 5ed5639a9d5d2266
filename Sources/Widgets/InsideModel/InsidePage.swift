/// What is looked at inside a model, a page each.
enum InsidePage: String, CaseIterable, Equatable, Sendable {
  /// The next token, what each layer would say, and what the component under the cursor does.
  case next
  /// Where the head under the cursor looks, from every place.
  case map
  /// What is left of the answer without each part.
  case without
  /// What of a second text brings back its answer.
  case patch
  /// The strongest units of an MLP, and what drives them.
  case units
  /// Token after token, drawn or likeliest.
  case sample
  /// Whole answers, and how likely they are to each of the models.
  case answers
  /// What each part does over many cases.
  case evidence

  var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
  static let names = allCases.map { "\($0.number) \($0.rawValue)" }

  /// Why one would look at it.
  var why: String {
    switch self {
    case .next:
      "A model gives each token a share of what may come next; each layer changes it a little."
    case .map: "A head takes from other places what stands there. A row is where one place looks."
    case .without:
      "Switch a part off, and see what is left of the answer: what changes nothing explains nothing."
    case .patch:
      "What one text left at one place is put into another: where that brings its answer back, the answer "
        + "passed through."
    case .units:
      "A unit of an MLP is a number that some tokens make large, and that writes for others."
    case .sample: "One token is drawn, read, and the next one follows from all of them."
    case .answers:
      "The same weights with other small changes: who would say exactly this, and how surely?"
    case .evidence:
      "One picture proves nothing of a head. Over many cases: where it looks, and what is lost without it."
    }
  }
}

/// The models over the same weights.
package enum InsideVariant: String, CaseIterable, Equatable, Sendable {
  case base, instruct, prefer, overprefer

  /// What it was made for.
  var words: String {
    switch self {
    case .base: "goes on with a text"
    case .instruct: "answers what it was asked in training"
    case .prefer: "rather says nothing than something wrong"
    case .overprefer: "learnt that for too long"
    }
  }
}
