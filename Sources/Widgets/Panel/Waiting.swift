import Formulas
import Notes
import Numerics

/// Inputs that were typed and do not fit the others yet: they wait until they do.
struct Waiting {
  let inputs: [TypedInputs.Input]
  /// Each as it is written again, on one line: `1 2 3; 4 5 6`.
  let written: [String]
  /// What each comes to: `Q 2×3`.
  let taken: [String]
  /// Why they do not fit.
  let problem: InputProblem
  /// Whether the others can be made to fit them.
  let canBeFitted: Bool
  /// Which inputs lose numbers when they are.
  let cut: [String]

  fileprivate var keys: [String] { inputs.map(\.key) }
  var names: String { keys.joined(separator: ", ") }

  /// As a draft keeps them.
  var kept: Inputs {
    var kept = Inputs()
    for input in inputs { kept[input.key] = input.value }
    return kept
  }

  /// As a line that can be typed again.
  fileprivate var line: String {
    zip(keys, written).map { "\($0) = \($1)" }.joined(separator: "   ")
  }

  /// Where the screen is low the table keeps its place: what is wrong, and the way out.
  var shortLines: [String] {
    [
      problem.message,
      (canBeFitted ? "\(KeyMention.of("fit")) fits them to \(names)\(loss); " : "")
        + "\(KeyMention.of("undo")) drops \(names)",
    ]
  }

  /// What fitting the others costs.
  private var loss: String {
    cut.isEmpty ? "" : " (\(cut.joined(separator: ", ")) \(cut.count == 1 ? "is" : "are") cut)"
  }

  var lines: [String] {
    // Of what is long the size is shown: all of it would leave no room for what to do.
    let shown = line.count > 80 ? taken.joined(separator: ", ") : line
    return [
      "Kept until it fits: \(shown)", problem.message,
      canBeFitted
        ? "Type the others too, or \(KeyMention.of("fit")) fits them to \(names)\(loss); \(KeyMention.of("undo")) drops \(names)"
        : "Type what fits it; \(KeyMention.of("undo")) drops \(names)",
    ]
  }
}

extension Panel {
  /// Puts inputs in, all at once, and says what was taken.
  mutating func take(
    _ typed: [TypedInputs.Input], saying how: String = ""
  ) -> [WidgetEffect] {
    let all =
      (waiting?.inputs ?? []).filter { old in !typed.contains { $0.key == old.key } } + typed
    note = nil
    let effects = put(typed)
    guard effects.isEmpty else { return effects }
    let fitting = all.filter { input in waiting?.inputs.contains { $0.key == input.key } != true }
    let taken = fitting.compactMap { W.taken($0, widget.parameters) }
    let said = [taken.isEmpty ? nil : how + taken.joined(separator: ", "), note].compactMap(\.self)
    if !said.isEmpty { note = said.joined(separator: ". ") }
    return effects
  }

  /// Puts inputs in; what is readable and does not fit the others yet is kept, and keeps nothing back
  /// that fits without it.
  private mutating func put(_ typed: [TypedInputs.Input]) -> [WidgetEffect] {
    do throws(InputProblem) {
      // Long inputs are read once.
      let own = try widget.setting(typed)
      for input in typed { try W.field(input.key)?.check(own) }
      let old = (waiting?.inputs ?? []).filter { old in !typed.contains { $0.key == old.key } }
      return settle(typed, read: own, with: old)
    } catch { return [.say("\(error.message) (nothing changed)")] }
  }

  /// Puts inputs in together with as many of those that wait as fit then; what does not fit waits.
  /// `own` is what the inputs say by themselves, where that is known.
  private mutating func settle(
    _ typed: [TypedInputs.Input], read own: W.Parameters? = nil, with old: [TypedInputs.Input]
  ) -> [WidgetEffect] {
    for chosen in old.choices() {
      let inputs = chosen.map { old[$0] } + typed
      guard !inputs.isEmpty,
        let read = chosen.isEmpty && own != nil ? own : try? widget.setting(inputs),
        (try? W(checking: read)) != nil
      else { continue }
      let (before, sizes) = (waiting, widget.parameters)
      waiting = nil
      let said = change { (_, _) throws(InputProblem) in read }
      guard said.isEmpty else {
        waiting = before
        return said
      }
      if W.fields.contains(where: { $0.isResized(sizes, widget.parameters) }) { compareAnew() }
      return keep(old.indices.filter { !chosen.contains($0) }.map { old[$0] })
    }
    return keep(old + typed)
  }

  /// Keeps inputs until they fit.
  private mutating func keep(_ inputs: [TypedInputs.Input]) -> [WidgetEffect] {
    do throws(InputProblem) {
      let parameters = try widget.setting(inputs)
      do throws(InputProblem) { _ = try W(checking: parameters) } catch {
        guard W.hasFit else { throw error }
        let fitted = W.fitted(parameters, to: inputs.map(\.key))
        waiting = Waiting(
          inputs: inputs,
          written: inputs.map { W.field($0.key)?.write(parameters) ?? $0.value },
          taken: inputs.map { W.taken($0, parameters) ?? $0.key }, problem: error,
          canBeFitted: (try? W(checking: fitted)) != nil,
          cut: W.fields.filter { $0.isCut(parameters, fitted) }.map(\.key))
      }
      return []
    } catch { return [.say("\(error.message) (nothing changed)")] }
  }

  /// Takes up what waited when the widget was left.
  mutating func hold(_ kept: Inputs) {
    let inputs = kept.entries.map { TypedInputs.Input(key: $0.key, value: $0.value) }
    guard !inputs.isEmpty, (try? widget.setting(inputs)) != nil else { return }
    _ = settle([], with: inputs)
  }

  /// Drops what waits; the line that was typed stays where `=` brings it back.
  mutating func drop() -> [WidgetEffect] {
    guard let kept = waiting else { return [] }
    (waiting, droppedLine) = (nil, kept.line)
    return [.say("\(kept.keys.joined(separator: ", ")) dropped; = brings the line back")]
  }

  /// After a change, what waits may fit, or some of it.
  mutating func retry() {
    guard let inputs = waiting?.inputs else { return }
    waiting = nil
    _ = settle([], with: inputs)
  }

  /// Makes the other inputs fit what waits.
  mutating func fit() -> [WidgetEffect] {
    guard let kept = waiting else {
      return [
        .say("Everything fits; \(KeyMention.of("fit")) is for inputs that were typed and do not")
      ]
    }
    let keys = kept.keys
    guard kept.canBeFitted else {
      return [
        .say(
          "\(KeyMention.of("fit")) cuts off and fills up with 0, and neither would make the others fit "
            + "\(keys.joined(separator: ", ")); \(KeyMention.of("undo")) drops \(keys.joined(separator: ", "))"
        )
      ]
    }
    let before = widget.parameters
    waiting = nil
    let effects = change { (widget, _) throws(InputProblem) in
      W.fitted(try widget.setting(kept.inputs), to: keys)
    }
    guard effects.isEmpty else {
      waiting = kept
      return effects
    }
    let typed = (try? widget.setting(kept.inputs)) ?? before
    let changes = W.fields.compactMap { field in
      field.refitted(keys.contains(field.key) ? typed : before, widget.parameters)
    }
    note = "Fitted to \(keys.joined(separator: ", ")): \(changes.joined(separator: ", "))"
    return []
  }
}

extension InputField {
  /// What became of its value where others were made to fit: `K 3×2, now 3×3, filled up with 0`; nil
  /// where it stayed.
  fileprivate func refitted(_ before: Parameters, _ now: Parameters) -> String? {
    guard write(before) != write(now) else { return nil }
    guard let old = numbers?.values(before), let new = numbers?.values(now) else {
      return "\(key) \(write(now) ?? "as if it were not given")"
    }
    let isFilled = new.rows > old.rows || new.columns > old.columns
    let isCut = isCut(before, now)
    let how = (isFilled ? ", filled up with 0" : "") + (isCut ? ", cut" : "")
    return size(of: old).flatMap { old in size(of: new).map { "\(key) \(old), now \($0)\(how)" } }
      ?? key
  }

  /// Whether numbers of it are lost.
  fileprivate func isCut(_ before: Parameters, _ now: Parameters) -> Bool {
    guard let old = numbers?.values(before), let new = numbers?.values(now) else { return false }
    return new.rows < old.rows || new.columns < old.columns
  }

  /// Whether it has another size.
  fileprivate func isResized(_ before: Parameters, _ now: Parameters) -> Bool {
    guard let old = numbers?.values(before), let new = numbers?.values(now) else { return false }
    return (old.rows, old.columns) != (new.rows, new.columns)
  }

  /// `3×2`, or `4 numbers`; nil where it is one number.
  fileprivate func size(of values: Matrix) -> String? {
    if isMatrix { return "\(values.rows)×\(values.columns)" }
    return values.columns > 1 ? "\(values.columns) numbers" : nil
  }
}

extension Widget {
  /// What an input of numbers was taken for: `Q 3×5`; nil for other inputs.
  fileprivate static func taken(_ input: TypedInputs.Input, _ parameters: Parameters) -> String? {
    guard let field = field(input.key), let values = field.numbers?.values(parameters),
      let size = field.size(of: values)
    else { return nil }
    let commas = NumberReader.commaRemark(input.value).map { " (\($0))" } ?? ""
    return "\(field.key) \(size)\(commas)"
  }

  /// The parameters with inputs typed as a whole.
  func setting(_ inputs: [TypedInputs.Input]) throws(InputProblem) -> Parameters {
    if let unknown = Self.fields.unknown(among: inputs.map(\.key), in: Self.name).first {
      throw unknown
    }
    // In the order of a fence, whichever was typed first: some are read by what others say.
    var changed = parameters
    for field in Self.fields {
      guard let input = inputs.last(where: { $0.key == field.key }) else { continue }
      try field.read(input.value, &changed)
    }
    for field in Self.fields where !inputs.contains(where: { $0.key == field.key }) {
      field.giveWay(&changed)
    }
    return Self.renewed(changed, by: inputs.map(\.key))
  }
}

extension [TypedInputs.Input] {
  /// The places of those that may be chosen together, from all to none; of as many, later ones first.
  /// Of more than six, which is rare, the first go with the rest or stay behind with them.
  fileprivate func choices() -> [[Int]] {
    let free = Swift.min(count, 6)
    let first = Array<Int>(0..<count - free)
    let choices = (0..<1 << free).sorted {
      ($0.nonzeroBitCount, $0) > ($1.nonzeroBitCount, $1)
    }
    return choices.map { bits in
      (bits == choices.first ? first : [])
        + (0..<free).filter { bits >> $0 & 1 == 1 }.map { first.count + $0 }
    }
  }
}
