import JSONText
import Notes

/// `attend schema`: what other programs may rely on in what the commands write.
enum SchemaCommand {
  static func run(_ invocation: Invocation) throws(ReadProblem) -> Int32 {
    guard let name = invocation.operands.first else { return write(Schema.document) }
    guard let schema = Schema.named(name) else {
      let names = Schema.all.map(\.name)
      let near = NearestWord.nearest(to: name, among: names)
      throw ReadProblem(
        "\(name) writes no JSON; "
          + (near.map { "did you mean \($0)?" } ?? "these do: \(names.joined(separator: ", "))"),
        isUsage: true)
    }
    return write(schema.document)
  }

  private static func write(_ document: JSON) -> Int32 {
    Output.write(document.text + "\n") ? 0 : 1
  }
}
