import JSONText
import Scheduling

extension Review {
  /// The review as one line of JSON, always in the same words; the seed is a text, since many
  /// programs round whole numbers of 64 bits.
  package var line: String {
    var members: [JSON.Member] = [
      .init("id", .string(id.hex)), .init("question", .string(question)),
    ]
    switch kind {
    case .answer(let grade):
      members.append(.init("kind", .string("answer")))
      members.append(.init("grade", .integer(grade.rawValue)))
    case .void(let target):
      members.append(.init("kind", .string("void")))
      members.append(.init("voids", .string(target.hex)))
    case .skip:
      members.append(.init("kind", .string("skip")))
    case .action(let action):
      members.append(.init("kind", .string("action")))
      members.append(.init("action", .string(action.name)))
      if let day = action.day { members.append(.init("day", .integer(day.number))) }
    }
    members += [
      .init("time", .integer(time)), .init("offset", .integer(offset)),
      .init("seed", .string(String(seed))), .init("answer", .string(answer)),
      .init("credit", .number(credit)), .init("hints", .integer(hints)),
    ]
    if let confidence { members.append(.init("confidence", .integer(confidence))) }
    members += [
      .init("duration", .integer(duration)), .init("algorithm", .string(algorithm)),
      .init("version", .string(version)),
    ]
    return JSON.object(members).text
  }

  /// The review that a line of JSON holds, or the first fault found in it.
  package init(line: [UInt8]) throws(LineFault) {
    let fields: ReviewFields
    do throws(JSONProblem) {
      fields = ReviewFields(object: try JSON.parse(utf8: line))
    } catch {
      throw .notJSON(error)
    }
    guard case .object(let members) = fields.object else { throw .notAnObject }
    let kind = try fields.kind()
    if let other = members.first(where: { !kind.fields.contains($0.name) }) {
      throw .unknown(field: other.name)
    }
    self.init(
      id: try fields.id("id"), question: try fields.text("question", Limits.question),
      kind: kind, time: try fields.int("time", Limits.time),
      offset: try fields.int("offset", Limits.offset), seed: try fields.seed(),
      answer: try fields.text("answer", Limits.answer), credit: try fields.credit(),
      hints: try fields.int("hints", Limits.hints),
      confidence: fields.object["confidence"] == nil
        ? nil : try fields.int("confidence", Limits.confidence),
      duration: try fields.int("duration", Limits.duration),
      algorithm: try fields.text("algorithm", Limits.algorithm),
      version: try fields.text("version", Limits.algorithm))
  }
}

extension Review.Kind {
  /// The names that a line of this kind may hold.
  fileprivate var fields: [String] {
    let always = [
      "id", "question", "kind", "time", "offset", "seed", "answer", "credit", "hints",
      "confidence", "duration", "algorithm", "version",
    ]
    return switch self {
    case .answer: always + ["grade"]
    case .void: always + ["voids"]
    case .skip: always
    case .action: always + ["action", "day"]
    }
  }
}

/// The fields of a line, each read with its own bounds.
private struct ReviewFields {
  let object: JSON

  private func value(_ field: String) throws(LineFault) -> JSON {
    guard let value = object[field] else { throw .missing(field: field) }
    return value
  }

  func kind() throws(LineFault) -> Review.Kind {
    switch try value("kind").string {
    case "answer":
      let number = try int("grade", 1...4)
      guard let grade = Grade(rawValue: number) else { throw .missing(field: "grade") }
      return .answer(grade)
    case "void": return .void(try id("voids"))
    case "skip": return .skip
    case "action": return .action(try action())
    default:
      throw .bad(field: "kind", expected: "\"answer\", \"void\", \"skip\" or \"action\"")
    }
  }

  private func action() throws(LineFault) -> Review.Action {
    guard let name = try value("action").string, Review.Action.names.contains(name) else {
      throw .bad(field: "action", expected: "one of \(Review.Action.names.joined(separator: ", "))")
    }
    let day = object["day"] == nil ? nil : try int("day", Review.Action.days)
    let text = try text("answer", Review.Limits.answer)
    guard let action = Review.Action(name: name, day: day, text: text) else {
      throw .bad(field: "action", expected: "what the action \"\(name)\" says, and nothing else")
    }
    return action
  }

  func id(_ field: String) throws(LineFault) -> ReviewID {
    guard let id = try value(field).string.flatMap(ReviewID.init(hex:)) else {
      throw .bad(field: field, expected: "32 digits of 0-9 and a-f")
    }
    return id
  }

  func int(_ field: String, _ bounds: ClosedRange<Int>) throws(LineFault) -> Int {
    guard let number = try value(field).int, bounds.contains(number) else {
      throw .bad(
        field: field,
        expected: "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
    }
    return number
  }

  func text(_ field: String, _ bytes: ClosedRange<Int>) throws(LineFault) -> String {
    guard let text = try value(field).string, bytes.contains(text.utf8.count) else {
      throw .bad(
        field: field, expected: "a text of \(bytes.lowerBound) to \(bytes.upperBound) bytes")
    }
    return text
  }

  func credit() throws(LineFault) -> Double {
    guard let credit = try value("credit").double, (0...1).contains(credit) else {
      throw .bad(field: "credit", expected: "a number from 0 to 1")
    }
    return credit
  }

  func seed() throws(LineFault) -> UInt64 {
    guard let text = try value("seed").string, let seed = UInt64(text), String(seed) == text else {
      throw .bad(field: "seed", expected: "a whole number of 64 bits, as text")
    }
    return seed
  }
}
