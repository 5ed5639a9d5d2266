import Basics
import Inside
import Models

/// What a page asks of a text. Once guessed or shown it is known, and asked nowhere; as long as it is not, whatever
/// would tell it covers it, or makes it known.
enum InsideFact: Hashable, Sendable {
  /// The likeliest token after a place of the text, with what was drawn after it.
  case next(place: Int)
  /// The likeliest token after the last place of a text alone, to a model.
  case last(text: String, place: Int, InsideVariant)
  /// Where a head looks from a place.
  case looks(Component, place: Int)
  /// Where it looks from every place.
  case map(Component)
  /// What is lost after a place without a part, beside those that are off.
  case losses(place: Int)
  /// What the second text brings back, and where.
  case restored
  /// Which of the models would say what.
  case answers
  /// What many cases say of each part.
  case evidence
}

extension InsideWidget {
  /// The place after which the page tells the next token.
  var nextPlace: Int { parameters.page == .sample ? tokens.count - 1 : place }

  /// What the page asks; nil where it asks nothing.
  var askedFact: InsideFact? {
    switch parameters.page {
    case .next, .sample: .next(place: nextPlace)
    case .map: isHead ? .looks(parameters.component, place: place) : nil
    case .without: .losses(place: place)
    case .patch: .restored
    case .answers: .answers
    case .evidence: .evidence
    case .units: nil
    }
  }

  /// All that the page tells once it is not covered.
  private var toldFacts: [InsideFact] {
    guard !isUntold else { return [] }
    switch parameters.page {
    case .next, .sample: return [.next(place: nextPlace)]
    case .map: return isHead ? [.map(parameters.component)] : []
    case .without: return [.losses(place: place)]
    // Before there is one to patch from, nothing is told.
    case .patch: return askedPlaces.isEmpty ? [] : [.restored]
    case .units: return []
    case .answers:
      guard isOwn else { return [] }
      // Each of the models reads the text, as it is or as it is asked.
      return [.answers]
        + variants.map { variant in
          let count = model.tokens(parameters.text, for: variant.rawValue).count
          return .last(text: parameters.text, place: count - 1, variant)
        }
    case .evidence: return isOwn ? [.evidence] : []
    }
  }

  /// Why a key waits whose picture would tell what is still to be guessed; nil where it does not. The stepper waits
  /// too: what is uncovered in it would be known, and still be asked here.
  func whyWaits(_ action: Action) -> String? {
    let fact: InsideFact
    switch action {
    // It opens what is looked at, and answers no question.
    case .open where isCovered: return guessFirst
    case .draws: fact = .next(place: nextPlace)
    case .open where !opensHead: fact = .next(place: nextPlace)
    case .row where isHead: fact = .looks(parameters.component, place: place)
    // Of a single token no map is asked.
    case .open where tokens.count > 1, .stepper where isHead && tokens.count > 1:
      fact = .map(parameters.component)
    default: return nil
    }
    guard isHidden(fact) else { return nil }
    if isCovered, let askedFact, telling(askedFact).contains(fact) { return guessFirst }
    if case .next = fact {
      return "What comes next there: page \(InsidePage.next.number) asks first"
    }
    return "Where \(parameters.component.name) looks: page \(InsidePage.map.number) asks first"
  }

  /// A fact, and the larger ones that tell it too.
  private func telling(_ fact: InsideFact) -> [InsideFact] {
    guard case .looks(let part, _) = fact else { return [fact] }
    return [fact, .map(part)]
  }

  /// A fact as drafts keep it, short and of its text.
  private func key(of fact: InsideFact) -> String {
    func key(_ name: InsidePage, _ text: String, _ parts: [String]) -> String {
      let hash = StableHash(
        ([parameters.file, text] + parts).joined(separator: "\u{0}").utf8)
      return "\(name.rawValue)-\(String(hash.value, radix: 36))"
    }
    let (text, said) = (parameters.text, parameters.said.map { String($0) })
    let model = parameters.model.rawValue
    func off(before layer: Int = .max) -> [String] {
      parameters.off.filter { $0.layer < layer }.map(\.name).sorted()
    }
    return switch fact {
    // What comes next is shown with everything on too, beside what is left without a part.
    case .next(let place): key(.next, text, said + ["@\(place)", model])
    case .last(let text, let place, let model): key(.next, text, ["@\(place)", model.rawValue])
    // Where a head looks depends on the layers before it alone.
    case .looks(let part, let place):
      key(.map, text, said + [model, part.name, "@\(place)"] + off(before: part.layer))
    case .map(let part): key(.map, text, said + [model, part.name] + off(before: part.layer))
    case .losses(let place):
      key(.without, text, said + ["@\(place)", model] + off())
    case .restored: key(.patch, text, said + [parameters.second, model] + off())
    case .answers: key(.answers, text, parameters.answers + off())
    case .evidence: key(.evidence, parameters.subject.rawValue, [parameters.model.rawValue])
    }
  }

  /// Whether a fact is covered, on whatever page: nobody has guessed it, or seen it.
  func isHidden(_ fact: InsideFact) -> Bool {
    // From the first place every head looks at itself.
    if case .looks(_, place: 0) = fact { return false }
    return parameters.guess != .skipped
      && !telling(fact).contains { parameters.seen.contains(key(of: $0)) }
  }

  /// Whether the page hides its answer until it is guessed or asked for.
  var isCovered: Bool { !isReading && isPageHidden }

  /// The same, whether or not the text was read.
  private var isPageHidden: Bool {
    hasQuestion && askedFact.map(isHidden) ?? false
  }

  /// With the answer of the page shown.
  func uncovered(guess: LabGuess = .none) -> Parameters {
    var changed = knowing(askedFact.map { [$0] } ?? [])
    changed.guess = guess
    return changed
  }

  private func knowing(_ facts: [InsideFact]) -> Parameters {
    var changed = parameters
    for fact in facts { changed.seen.insert(key(of: fact)) }
    return changed
  }

  /// A fence that asks covers what any other does, and who has guessed has seen it.
  var judged: Parameters {
    if parameters.guess.made != nil { return uncovered(guess: parameters.guess) }
    guard parameters.guess.isAsking else { return parameters }
    var changed = parameters
    changed.guess = .none
    if let askedFact { for fact in telling(askedFact) { changed.seen.remove(key(of: fact)) } }
    return changed
  }

  /// What the page tells is known once it is shown.
  var shown: Parameters { isPageHidden ? parameters : knowing(toldFacts) }
}
