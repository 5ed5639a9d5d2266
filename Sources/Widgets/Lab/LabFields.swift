import Formulas
import Lab
import Notes
import Numerics

extension InputField where Parameters: TimedParameters {
  /// The step that is looked at.
  static var step: InputField { step { $0.step == 0 } }
  /// The same, where another step than the first is meant unless one is given.
  static func step(isSilent: @escaping @Sendable (Parameters) -> Bool) -> InputField {
    let field = place("step", \.step)
    return InputField(
      field.key, read: field.read, write: { isSilent($0) ? nil : String($0.step) },
      check: field.check)
  }
  /// The last one that was: it need not be said where it is the same.
  static var seen: InputField {
    let field = place("seen", \.seen)
    return InputField(
      field.key, read: field.read, write: { $0.seen == $0.step ? nil : String($0.seen) },
      check: field.check
    ).kept
  }

  private static func place(_ key: String, _ path: InputPath<Parameters, Int>) -> InputField {
    InputField(
      key,
      read: { (text, parameters) throws(InputProblem) in
        guard let text else { return }
        guard let step = Int(text) else {
          throw InputProblem(unread: key, remedy: "write the number of a step")
        }
        parameters[keyPath: path] = step
        parameters.seen = max(parameters.seen, parameters.step)
      }, write: { String($0[keyPath: path]) },
      check: { (parameters) throws(InputProblem) in
        let step = parameters[keyPath: path]
        guard (0...parameters.steps).contains(step) else {
          throw InputProblem(
            key, "\(step) is not between 0 and \(parameters.steps)",
            remedy: "write \(step < 0 ? 0 : parameters.steps)")
        }
      })
  }
}

extension InputField where Parameters: SeededParameters {
  /// The seed of a run. The question is the same with another one: see `with(seed:isJudged:)`.
  static func seed(_ path: InputPath<Parameters, Int>, isSilent: Bool = false) -> InputField {
    whole("seed", path, from: 0...1_000_000_000, isSilent: isSilent, default: 1)
      .whenChanged(path) { changed, old in
        changed = old.with(seed: changed.seed, isJudged: old.seen >= old.steps)
      }
  }
}

extension InputField where Parameters: TimedParameters {

  /// The same where another value makes another run: what was guessed is of the one before, and no other
  /// is judged by it. Where it has fewer steps, the last of them is looked at.
  func ofRun<Value: Equatable & Sendable>(
    _ path: any KeyPath<Parameters, Value> & Sendable
  ) -> InputField {
    whenChanged(path) { changed, _ in
      changed.guess = changed.guess.unjudged
      changed = changed.inTime(of: changed)
    }
  }
}

extension InputField {
  /// A guess as a fence writes it: `ask`, `skip`, or what was guessed.
  static func guess(
    _ path: InputPath<Parameters, LabGuess>,
    of question: @escaping @Sendable (Parameters) -> LabQuestion
  ) -> InputField {
    let key = "guess"
    return InputField(
      key,
      read: { (text, parameters) throws(InputProblem) in
        switch text {
        case nil, "none": parameters[keyPath: path] = .none
        case "skip": parameters[keyPath: path] = .skipped
        case "known": parameters[keyPath: path] = .known
        case "ask": parameters[keyPath: path] = .asking(question(parameters).start)
        case let text?:
          let choices = question(parameters).choices
          let named = choices.firstIndex { $0.lowercased() == text.lowercased() }.map { $0 + 1 }
          guard let number = Int(text) ?? named else {
            let answers = choices.isEmpty ? "" : "one of \(choices.joined(separator: ", ")), "
            throw InputProblem(
              unread: key, remedy: "write a whole number, \(answers)ask, skip or none")
          }
          parameters[keyPath: path] = .made(number)
        }
      },
      write: {
        switch $0[keyPath: path] {
        case .none: nil
        case .skipped: "skip"
        case .known: "known"
        case .asking: "ask"
        case .made(let number): String(number)
        }
      },
      check: { (parameters) throws(InputProblem) in
        let range = question(parameters).range
        if let mark = parameters[keyPath: path].mark, !range.contains(mark) {
          throw InputProblem(
            key, "\(mark) is not between \(range.lowerBound) and \(range.upperBound)",
            remedy: "write \(mark < range.lowerBound ? range.lowerBound : range.upperBound)")
        }
      })
  }

  /// What was guessed of methods that were left: `full 50, lora known`.
  static func guesses<Method: Hashable & Sendable>(
    _ path: InputPath<Parameters, [Method: LabGuess]>, of methods: [Method],
    _ name: @escaping @Sendable (Method) -> String, in range: ClosedRange<Int>
  ) -> InputField {
    let key = "guesses"
    return InputField(
      key,
      read: { (text, parameters) throws(InputProblem) in
        parameters[keyPath: path] = [:]
        for part in (text ?? "").split(separator: ",") {
          let words = part.split(separator: " ")
          guard words.count == 2, let method = methods.first(where: { name($0) == words[0] }),
            let guess = words[1] == "known" ? .known : Int(words[1]).map(LabGuess.made),
            guess.made.map(range.contains) ?? true
          else {
            let sample = zip(methods, [range.lowerBound, range.upperBound]).map {
              "\(name($0)) \($1)"
            }
            throw InputProblem(
              unread: key,
              remedy: "write a method and what was guessed: \(sample.joined(separator: ", "))")
          }
          parameters[keyPath: path][method] = guess
        }
      },
      write: { parameters in
        let parts = methods.compactMap { method in
          parameters[keyPath: path][method].map { guess in
            "\(name(method)) \(guess.made.map { String($0) } ?? "known")"
          }
        }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
      })
  }

  /// One of the knobs of a recipe, by its number on the screen or its name; none where nil.
  static func knob(
    _ key: String, _ path: InputPath<Parameters, Knob?>,
    of plain: @escaping @Sendable (Parameters) -> Recipe
  ) -> InputField {
    InputField(
      key,
      read: { (text, parameters) throws(InputProblem) in
        let plain = plain(parameters)
        guard let text, text.lowercased() != "none", text != "0" else {
          parameters[keyPath: path] = nil
          return
        }
        guard let knob = plain.knob(text) else {
          throw InputProblem(
            unread: key,
            remedy: plain.knobs.isEmpty
              ? "take it away, for \(plain.name) has none"
              : "write none, or a number or name of: "
                + plain.knobs.enumerated().map { "\($0 + 1) \($1.shown)" }.joined(separator: ", "))
        }
        parameters[keyPath: path] = knob
      }, write: { $0[keyPath: path]?.word })
  }

  /// One of many names; a mistyped one is told the nearest.
  static func name(
    _ key: String, _ path: InputPath<Parameters, String>, among names: [String],
    default otherwise: String
  ) -> InputField {
    InputField(
      key,
      read: { (text, parameters) throws(InputProblem) in
        let name = text ?? otherwise
        guard let found = names.first(where: { $0 == name.lowercased() }) else {
          let near = NearestWord.nearest(to: name, among: names).map { "did you mean \($0)?" }
          throw InputProblem(
            key,
            "there is no \"\(name.prefix(24))\"",
            remedy: near ?? "write \(names.joined(separator: ", "))")
        }
        parameters[keyPath: path] = found
      }, write: { $0[keyPath: path] })
  }
}
