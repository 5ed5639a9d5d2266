import JSONText
import TestSupport

/// The lines of a file in `Tests/Fixtures/scheduling`, each parsed.
func schedulingFixture(_ name: String) throws -> [JSON] {
  let text = try Files.bytes(of: "\(Files.tests)/Fixtures/scheduling/\(name)")
  return try text.split(separator: UInt8(ascii: "\n")).map { try JSON.parse(utf8: Array($0)) }
}
