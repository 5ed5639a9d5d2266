import Basics
import JSONText
import Models
import TestSupport
import Testing

@testable import Inside

/// The models that `Tests/Fixtures/disk/make_disk.py` had other libraries write, and what these make of them.
struct DiskFixture: ModelFolder {
  static let folder = "\(Files.tests)/Fixtures/disk"
  let path: String
  var memory: Int { 1 << 40 }

  func has(_ name: String) -> Bool { Files.names(in: path).contains(name) }
  func bytes(of name: String) throws(DiskProblem) -> MappedBytes {
    do { return MappedBytes(try Files.bytes(of: "\(path)/\(name)")) } catch {
      throw .unreadable(name, "it is not there")
    }
  }

  /// A file of the folder, or a folder in it.
  static func open(_ name: String) throws -> DiskModel {
    name.contains(".")
      ? try DiskModel.open(name, in: DiskFixture(path: folder), named: name)
      : try DiskModel.open(nil, in: DiskFixture(path: "\(folder)/\(name)"), named: name)
  }

  static func json(_ name: String) throws -> JSON {
    try JSON.parse(utf8: try Files.bytes(of: "\(folder)/\(name)"))
  }
}

/// Files that are nowhere but here.
struct FilesInMemory: ModelFolder {
  var files: [String: [UInt8]]
  var memory = 1 << 40

  func has(_ name: String) -> Bool { files[name] != nil }
  func bytes(of name: String) throws(DiskProblem) -> MappedBytes {
    guard let bytes = files[name] else { throw .unreadable(name, "it is not there") }
    return MappedBytes(bytes)
  }
}

extension JSON {
  func values(_ name: String) throws -> [Double] {
    try #require(self[name]?.array).map { try #require($0.double) }
  }
}
