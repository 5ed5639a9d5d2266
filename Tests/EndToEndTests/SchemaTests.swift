import Libc
import JSONText
import TerminalTesting
import TestSupport
import Testing

/// What `attend schema` promises of every JSON is what the commands write: each member that they write stands
/// in it, and each that stands in it is written.
@Suite struct SchemaTests {
  /// Command lines by the name of their schema: together they write every member.
  private static let lines: [(String, [[String]])] = [
    ("list", [["list"], ["list", "notes"]]),
    (
      "dot",
      [["dot", "1,2", "3,4"], ["dot", "0,0", "1e-300,1"], ["dot", "1e-300,0", "1e-300,1"]]
    ),
    (
      "norm",
      [["norm", "1,2,3"], ["norm", "1,2,3", "--rms"], ["norm", "1e-300,0,0", "--epsilon", "0"]]
    ),
    (
      "attention",
      [
        ["attention", "--query", "1 0", "--key", "2000 0; 0 1", "--value", "1 2; 3 4"],
        [
          "attention", "--query", "1 0; 0 1", "--key", "2000 0; 0 1", "--value", "1 2; 3 4",
          "--mask", "causal", "--softcap", "9000", "--precision", "float32",
        ],
        [
          "attention", "--query", "1 0; 0 1", "--key", "2000 0; 0 1", "--value", "1 2; 3 4",
          "--heads", "2",
        ],
        [
          "attention", "--x", "1 0; 0 1", "--wq", "1 0; 0 1", "--wk", "1 0; 0 1", "--wv",
          "1 0; 0 1", "--wo", "1 0; 0 1",
        ],
        [
          "attention", "--x", "1 0; 0 1", "--wq", "1 0; 0 1", "--wk", "1 0; 0 1", "--wv",
          "1 0; 0 1", "--wo", "1 0; 0 1", "--heads", "2", "--precision", "bfloat16",
        ],
      ]
    ),
    ("tokens", [["tokens", "hug pug hug", "--merges", "3", "--learn", "hug hug"]]),
    (
      "model",
      [
        ["model", "--text", "Mia has", "--top", "2", "--generate", "2"],
        ["model", "--evidence", "who"], ["model", "--learn", "notes/l.md", "--steps", "2"],
      ]
    ),
    ("models", [["models", "models"]]),
    (
      "train",
      [
        ["train"], ["train", "reverse", "--steps", "2", "--rate", "0.01", "--knob", "1"],
        ["train", "preferences", "--steps", "1"], ["train", "descent", "--rate", "1e9"],
        ["train", "fine-tuning-lora", "--steps", "1"],
      ]
    ),
    ("check", [["check", "notes"]]),
    ("report", [["report", "a.jsonl", "b.jsonl", "notes"]]),
    ("stats", [["stats", "notes"]]),
    ("due", [["due"]]),
  ]

  private static let notes = """
    # C

    ## Softmax

    Softmax turns scores into weights. Each weight is positive. All weights of a row add up to one.
    \(String(repeating: "A query asks and a key answers, and their product is a score of the two.\n", count: 60))

    ```dot-product
    u = 1 2
    w = 3 4
    ```

    ### Which?
    <!-- quiz id=which tags=a -->
    1. [ ] scores
    1. [x] weights

    ### How many?
    <!-- quiz id=many a=int(1,3) -->
    {{a}} and 1 are [[= a + 1]].

    """

  private static func row(_ number: Int, _ rest: String, time: Int = 1_700_000_000_000) -> String {
    let id = String(number, radix: 16)
    return "{\"id\":\"\(String(repeating: "0", count: 32 - id.count))\(id)\",\(rest),"
      + "\"time\":\(time + number * 60_000),\"offset\":0,\"seed\":\"1\",\"credit\":1,\"hints\":0,"
      + "\"duration\":4000,\"algorithm\":\"FSRS-6\",\"version\":\"1\"}\n"
  }

  private static func log(_ first: Int) -> String {
    row(
      first,
      "\"question\":\"which\",\"kind\":\"answer\",\"grade\":3,\"answer\":\"2\",\"confidence\":90")
      + row(
        first + 1,
        "\"question\":\"many\",\"kind\":\"answer\",\"grade\":\(first % 3 + 1),\"answer\":\"9\"")
      + row(first + 2, "\"question\":\"gone\",\"kind\":\"answer\",\"grade\":3,\"answer\":\"x\"")
      + row(
        first + 3,
        "\"question\":\"which\",\"kind\":\"action\",\"action\":\"flag\",\"answer\":\"odd\"")
      + row(
        first + 4,
        "\"question\":\"many\",\"kind\":\"action\",\"action\":\"due\",\"day\":19000,\"answer\":\"\""
      )
      + row(
        first + 5,
        "\"question\":\"which\",\"kind\":\"void\",\"voids\":\"\(String(repeating: "0", count: 31))3\",\"answer\":\"\""
      )
  }

  private func bench() throws -> Workbench {
    let bench = try Workbench()
    mkdir("\(bench.folder)/notes", 0o755)
    try bench.write("notes/l.md", Self.notes)
    mkdir("\(bench.folder)/models", 0o755)
    let good = try Files.bytes(of: "\(Files.tests)/Fixtures/disk/llama-q8_0.gguf")
    try bench.write("models/good.gguf", good)
    try bench.write("models/cut.gguf", Array(good.prefix(2_000)))
    try bench.write("a.jsonl", Self.log(1))
    try bench.write("b.jsonl", Self.log(33))
    return bench
  }

  @Test func whatIsWrittenIsWhatIsPromised() throws {
    let bench = try bench()
    let promised = try JSON.parse(utf8: Array(try bench.run(["schema"]).output.utf8))
    let definitions = try #require(promised["$defs"])
    #expect(try bench.run(["progress", "merge", "a.jsonl"]).status == 0)
    // Notes are known to be due once they were quizzed.
    #expect(try bench.run(["quiz", "notes", "--plain"]).status == 0)
    for (name, lines) in Self.lines {
      var reading = SchemaReading(definitions)
      let schema = try #require(definitions[name])
      for line in lines {
        let run = try bench.run(line + ["--json"])
        let written = try JSON.parse(utf8: Array(run.output.utf8))
        #expect(reading.problem(with: written, by: schema) == nil, "\(line)")
      }
      #expect(reading.unseen(of: schema) == [], "\(name)")
      let alone = try JSON.parse(utf8: Array(try bench.run(["schema", name]).output.utf8))
      #expect(alone["required"] == schema["required"] && alone["anyOf"] == schema["anyOf"])
    }
    var rows = SchemaReading(definitions)
    let row = try #require(definitions["progress"])
    for line in try bench.run(["progress", "export"]).output.split(separator: "\n") {
      #expect(rows.problem(with: try JSON.parse(utf8: Array(line.utf8)), by: row) == nil, "\(line)")
    }
    #expect(rows.unseen(of: row) == [])
  }

  @Test func anUnknownNameIsTold() throws {
    let run = try Workbench().run(["schema", "stat"])
    #expect(run.status == 2 && run.errors.contains("did you mean stats?"), "\(run.errors)")
  }
}

/// A value read by a schema, with nothing that the schema does not name; what was seen of it is kept.
private struct SchemaReading {
  private let definitions: JSON
  /// Members that were seen, as the schema's own path to them.
  private var seen: Set<String> = []

  init(_ definitions: JSON) { self.definitions = definitions }

  /// The first thing that is not as the schema says; nil if nothing is.
  mutating func problem(with value: JSON, by schema: JSON, at path: String = "") -> String? {
    if let name = schema["$ref"]?.string {
      guard let target = definitions[String(name.dropFirst("#/$defs/".count))] else {
        return "\(path): no \(name)"
      }
      return problem(with: value, by: target, at: path)
    }
    if let shapes = schema["anyOf"]?.array {
      var first: String?
      for (index, shape) in shapes.enumerated() {
        var trial = self
        guard let problem = trial.problem(with: value, by: shape, at: "\(path)|\(index)") else {
          self = trial
          return nil
        }
        first = first.map { $0.utf8.count < problem.utf8.count ? problem : $0 } ?? problem
      }
      return first ?? "\(path): nothing is allowed"
    }
    if let words = schema["enum"]?.array {
      return words.contains(value) ? nil : "\(path): \(value.text) is none of them"
    }
    switch (schema["type"]?.string, value) {
    case ("string", .string), ("boolean", .bool), ("integer", .integer), ("null", .null),
      ("number", .integer), ("number", .number):
      return nil
    case ("array", .array(let elements)):
      guard let items = schema["items"] else { return "\(path): no items" }
      for element in elements {
        if let problem = problem(with: element, by: items, at: path + "[]") { return problem }
      }
      return nil
    case ("object", .object(let members)):
      for member in members {
        let inner = "\(path).\(member.name)"
        if let shape = schema["properties"]?[member.name] {
          if let problem = problem(with: member.value, by: shape, at: inner) { return problem }
          seen.insert(inner)
        } else if let shape = schema["additionalProperties"] {
          if let problem = problem(with: member.value, by: shape, at: path + ".*") {
            return problem
          }
        } else {
          return "\(inner) is not in the schema"
        }
      }
      let missing = (schema["required"]?.array ?? []).first { name in
        !members.contains { $0.name == name.string }
      }
      return missing.map { "\(path): \($0.text) is missing" }
    default: return "\(path): \(value.text.prefix(40)) is no \(schema["type"]?.text ?? "?")"
    }
  }

  /// Members of the schema that no value had.
  func unseen(of schema: JSON, at path: String = "") -> [String] {
    if let shapes = schema["anyOf"]?.array {
      return shapes.enumerated().flatMap { unseen(of: $1, at: "\(path)|\($0)") }
    }
    if let items = schema["items"] { return unseen(of: items, at: path + "[]") }
    guard case .object(let members)? = schema["properties"] else { return [] }
    return members.flatMap { member in
      let inner = "\(path).\(member.name)"
      return (seen.contains(inner) ? [] : [inner]) + unseen(of: member.value, at: inner)
    }
  }
}
