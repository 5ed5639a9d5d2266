import Basics
import Formulas
import Inside
import Models
import Numerics

/// What the keys change.
extension InsideWidget {
  package func changed(by action: Action, at cursor: Cursor) throws(InputProblem) -> Parameters {
    if isCovered {
      switch action {
      case .digit(let digit):
        let count = choiceCount ?? 0
        guard digit <= count else {
          throw InputProblem(
            "The answers end at \(count): \(Self.mention(.see)) shows it, "
              + "\(Self.mention(turning)) turns the page")
        }
        return uncovered(guess: .made(digit))
      case .see: return uncovered()
      case .ask: return uncovered(guess: .skipped)
      // What is drawn is nearly always what is asked.
      case .on where parameters.page == .sample: throw InputProblem(guessFirst)
      default: break
      }
    }
    var changed = parameters
    switch action {
    case .see, .open, .draws, .stepper, .row: return parameters
    case .notes:
      guard isInside else {
        throw InputProblem(
          "\(Self.mention(.notes)) trains a copy of the model inside, and no other: not of \(model.name)"
        )
      }
      return parameters
    case .digit(let digit): changed.page = InsidePage.allCases[digit - 1]
    case .nextPage, .previousPage:
      let next = parameters.page.number - 1 + (action == .nextPage ? 1 : -1)
      guard InsidePage.allCases.indices.contains(next) else {
        throw InputProblem(
          "This is the \(next < 0 ? "first" : "last") page: \(Self.mention(turning)) leads "
            + (next < 0 ? "on" : "back"))
      }
      changed.page = InsidePage.allCases[next]
    case .earlier: changed.place = max(0, place - 1)
    case .later: changed.place = min(tokens.count - 1, place + 1)
    case .first: changed.place = 0
    case .last: changed.place = tokens.count - 1
    case .layerUp: changed.component = parameters.component.moved(by: -1, in: decoder.shape)
    case .layerDown: changed.component = parameters.component.moved(by: 1, in: decoder.shape)
    case .nextPart: changed.component = part(after: 1)
    case .previousPart: changed.component = part(after: -1)
    case .off:
      guard !parameters.off.contains(.layer(layer)) else {
        throw InputProblem(
          "All of L\(layer) is off, and this with it: \(Self.mention(.layerOff)) switches it on again"
        )
      }
      changed.toggle(parameters.component)
    case .layerOff: changed.toggle(.layer(layer))
    case .allOn: changed.off = []
    case .model:
      let variants = variants
      guard variants.count > 1, let at = variants.firstIndex(of: parameters.model) else {
        throw InputProblem("There is one model over these weights: \(model.name)")
      }
      (changed.model, changed.said) = (variants[(at + 1) % variants.count], [])
    case .ask:
      // Whoever looked without guessing guesses again, wherever something is asked.
      if parameters.guess == .skipped { return withQuestion ?? changed.asking }
      guard let asking = withQuestion else {
        throw InputProblem(whyNothingIsAsked)
      }
      return asking
    case .swap: try swap(&changed)
    case .subject:
      guard parameters.page == .evidence else {
        throw InputProblem("\(Self.mention(.subject)) is for the evidence, page 8")
      }
      changed.subject = parameters.subject.following
    case .on: try goOn(&changed)
    case .back: try goBack(&changed)
    case .hotter, .colder:
      guard parameters.page == .sample else {
        throw InputProblem("The temperature is for sampling, page 6")
      }
      changed.temperature =
        action == .hotter
        ? Temperature.hotter(parameters.temperature) : parameters.temperature / 2
    }
    // A guess is of what was asked.
    if changed != parameters, changed.guess != .skipped { changed.guess = .none }
    // Each layer has its own strongest unit.
    if changed.component.layer != layer || changed.place != parameters.place { changed.unit = nil }
    return changed
  }

  /// The key that turns the page from here.
  var turning: Action { parameters.page == InsidePage.allCases.last ? .previousPage : .nextPage }

  private func part(after step: Int) -> Component {
    let all = Component.all(of: decoder.shape)
    let at = all.firstIndex(of: parameters.component) ?? 0
    return all[(at + step + all.count) % all.count]
  }

  /// Whether what was drawn has come to its end.
  var hasEnded: Bool {
    tokens.last.map(model.isEnd) == true && !parameters.said.isEmpty
  }

  private func swap(_ changed: inout Parameters) throws(InputProblem) {
    changed.page = .patch
    guard parameters.second.isEmpty else {
      // Where one is there that nothing is patched from, another has to be typed.
      guard parameters.page != .patch || study(Patching.self) != nil || !isDone else {
        throw InputProblem(whyNothingIsAsked)
      }
      return
    }
    guard let swapped else {
      throw InputProblem("Type a text to patch from, of as many tokens: = second = …")
    }
    changed.second = swapped
  }

  /// The text with two words in each other's place; nil where it has no two that can be, or where another
  /// vocabulary makes other tokens of them there.
  var swapped: String? {
    guard let other = SwappedText.of(parameters.text),
      model.tokens(other, for: parameters.model.rawValue).count == tokens.count
    else { return nil }
    return other
  }

  private func goOn(_ changed: inout Parameters) throws(InputProblem) {
    switch parameters.page {
    case .units:
      let all = strongest
      guard let unit, let at = all.firstIndex(of: unit), at + 1 < all.count else {
        throw InputProblem("These are the strongest; = unit = 17 opens any other")
      }
      changed.unit = all[at + 1]
    case .sample:
      guard !hasEnded else {
        throw InputProblem("The line has ended; \(Self.mention(.back)) takes a token back")
      }
      guard tokens.count < model.longest else {
        throw InputProblem(
          "\(model.whyFull(at: tokens.count)): \(Self.mention(.back)) takes a token back")
      }
      guard !isReading else { throw InputProblem("The model still reads the text") }
      guard let token = drawn else { throw InputProblem("No token has a share") }
      changed.said.append(token)
      changed.place = nil
    default:
      throw InputProblem(
        "\(Self.mention(.on)) draws a token on page 6, and leads to the next unit on page 5")
    }
  }

  private func goBack(_ changed: inout Parameters) throws(InputProblem) {
    switch parameters.page {
    case .units:
      let all = strongest
      guard let unit, let at = all.firstIndex(of: unit), at > 0 else {
        throw InputProblem("This is the strongest unit")
      }
      changed.unit = all[at - 1]
    case .sample:
      guard !parameters.said.isEmpty else {
        throw InputProblem("Nothing was drawn yet: \(Self.mention(.on)) draws")
      }
      changed.said.removeLast()
      changed.place = nil
    default:
      throw InputProblem(
        "\(Self.mention(.back)) takes a token back on page 6, and leads to the unit before on page 5"
      )
    }
  }

  // MARK: Sampling

  /// How the token after the last is chosen.
  var choice: Sampling { sampling(cached?.logits ?? look.logits(after: tokens.count - 1)) }

  /// The same from scores that something else gave.
  func sampling(_ logits: [Double]) -> Sampling {
    Sampling(
      logits, temperature: parameters.temperature,
      topK: parameters.topK == 0 ? nil : parameters.topK,
      topP: parameters.topP == 1 ? nil : parameters.topP)
  }

  /// The token that is drawn next: each place has its own random number, whatever came before.
  private var drawn: Int? {
    var draws = SeededGenerator(seed: UInt64(parameters.seed))
    for _ in parameters.said { _ = draws.unit() }
    return choice.draw(using: &draws)
  }
}

extension InsideWidget.Parameters {
  /// The same where one guesses first.
  fileprivate var asking: Self {
    var changed = self
    changed.guess = .none
    return changed
  }

  fileprivate mutating func toggle(_ component: Component) {
    if let at = off.firstIndex(of: component) { off.remove(at: at) } else { off.append(component) }
  }
}

extension Component {
  /// The same part of a layer so many on, as far as there is one.
  fileprivate func moved(by step: Int, in shape: DecoderShape) -> Component {
    let next = layer + step
    guard (0..<shape.layers).contains(next) else { return self }
    switch self {
    case .head(_, let head): return .head(layer: next, head: head)
    case .mlp: return .mlp(layer: next)
    case .layer: return .layer(next)
    }
  }
}
