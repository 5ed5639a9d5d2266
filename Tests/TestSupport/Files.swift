import Libc

/// Files and folders as tests need them, without Foundation.
package enum Files {
  /// What could not be done, and to which file.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  /// The folder `Tests` of this package.
  package static let tests = String(#filePath.dropLast("/TestSupport/Files.swift".count))
  /// The folder of the whole package.
  package static let package = String(tests.dropLast("/Tests".count))

  /// All that a file holds.
  package static func bytes(of path: String) throws -> [UInt8] {
    guard let file = fopen(path, "r") else { throw Failure(description: "cannot read \(path)") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk[..<count]
    }
    return bytes
  }

  /// All that a file holds, as text.
  package static func text(of path: String) throws -> String {
    String(decoding: try bytes(of: path), as: UTF8.self)
  }

  /// Writes a file over whatever stood there.
  package static func write(_ bytes: some Sequence<UInt8>, to path: String) throws {
    guard let file = fopen(path, "w") else { throw Failure(description: "cannot write \(path)") }
    let bytes = Array(bytes)
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count else {
      throw Failure(description: "cannot write all of \(path)")
    }
  }

  /// The names in a folder, sorted; none where there is no such folder.
  package static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The files in a folder and in the folders below it, as paths from it; hidden ones are left out.
  package static func paths(under folder: String) -> [String] {
    names(in: folder).filter { !$0.hasPrefix(".") }.flatMap { name -> [String] in
      guard isFolder("\(folder)/\(name)") else { return [name] }
      return paths(under: "\(folder)/\(name)").map { "\(name)/\($0)" }
    }
  }

  package static func isFolder(_ path: String) -> Bool {
    guard let stream = opendir(path) else { return false }
    closedir(stream)
    return true
  }

  /// Makes a folder, and those that it lies in.
  package static func makeFolder(_ path: String) {
    guard !path.isEmpty, !isFolder(path) else { return }
    if let slash = path.lastIndex(of: "/") { makeFolder(String(path[..<slash])) }
    mkdir(path, 0o755)
  }

  /// Removes a file, or a folder with all that is in it.
  package static func remove(_ path: String) {
    if unlink(path) == 0 { return }
    for name in names(in: path) { remove("\(path)/\(name)") }
    rmdir(path)
  }
}
