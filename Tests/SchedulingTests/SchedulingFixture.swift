import Glibc
import JSONText
import Testing

/// The lines of a file in `Tests/Fixtures/scheduling`, each parsed.
func schedulingFixture(_ name: String) throws -> [JSON] {
  let tests = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
  let file = try #require(fopen("/\(tests)/Fixtures/scheduling/\(name)", "r"))
  defer { fclose(file) }
  var text: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 65_536)
  while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { text += chunk[..<count] }
  return try text.split(separator: UInt8(ascii: "\n")).map { try JSON.parse(utf8: Array($0)) }
}
