import Formulas
import Notes

/// Inputs that were typed and do not fit the others yet: they wait until they do.
struct Waiting {
  fileprivate(set) var inputs: [TypedInputs.Input]
  /// Why they do not fit.
  fileprivate(set) var problem: InputProblem

  fileprivate var keys: [String] { inputs.map(\.key) }

  var lines: [String] {
    let names = keys.joined(separator: ", ")
    let typed = inputs.map {
      "\($0.key) = \($0.value.split(whereSeparator: \.isNewline).joined(separator: " ").prefix(60))"
    }
    return [
      "Kept until it fits: \(typed.joined(separator: "   "))", problem.message,
      "Type the others too, or f fits them to \(names); u drops \(names)",
    ]
  }
}

extension Panel {
  /// Puts inputs in, all at once; what is readable and does not fit the others yet is kept.
  mutating func take(_ typed: [TypedInputs.Input]) -> [WidgetEffect] {
    let old = (waiting?.inputs ?? []).filter { old in !typed.contains { $0.key == old.key } }
    do throws(InputProblem) {
      let read = try widget.setting(typed)
      for input in typed { try W.field(input.key)?.check(read) }
    } catch { return [.say("\(error.message) (nothing changed)")] }
    return settle(old + typed)
  }

  private mutating func settle(_ inputs: [TypedInputs.Input]) -> [WidgetEffect] {
    do throws(InputProblem) {
      let parameters = try widget.setting(inputs)
      do throws(InputProblem) { _ = try W(checking: parameters) } catch {
        guard W.hasFit else { throw error }
        waiting = Waiting(inputs: inputs, problem: error)
        return []
      }
      waiting = nil
      return change { (_, _) throws(InputProblem) in parameters }
    } catch { return [.say("\(error.message) (nothing changed)")] }
  }

  /// After a change, what waits may fit.
  mutating func retry() {
    guard let inputs = waiting?.inputs else { return }
    waiting = nil
    _ = settle(inputs)
  }

  /// Makes the other inputs fit what waits.
  mutating func fit() -> [WidgetEffect] {
    guard let inputs = waiting?.inputs else {
      return [.say("Everything fits; f is for what was typed and does not")]
    }
    let keys = inputs.map(\.key)
    let before = widget.inputs
    let kept = waiting
    waiting = nil
    let effects = change { (widget, _) throws(InputProblem) in
      let parameters = try widget.setting(inputs)
      return W.fitted(parameters, to: keys)
    }
    guard effects.isEmpty else {
      waiting = kept
      return effects
    }
    let changed = W.inputKeys.filter { key in
      !keys.contains(key) && before[key] != widget.inputs[key]
    }
    note =
      "Fitted to \(keys.joined(separator: ", ")): \(changed.joined(separator: ", ")); "
      + "what was missing is 0"
    return []
  }
}

extension Widget {
  /// The parameters with inputs typed as a whole.
  func setting(_ inputs: [TypedInputs.Input]) throws(InputProblem) -> Parameters {
    var changed = parameters
    for input in inputs {
      guard let field = Self.field(input.key) else {
        throw Self.fields.unknown(input.key, in: Self.name)
      }
      try field.read(input.value, &changed)
    }
    return changed
  }
}
