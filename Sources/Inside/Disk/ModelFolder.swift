import Basics

/// Where a model's files lie: a folder, or the one that a file is in. What reads them stands outside.
package protocol ModelFolder {
  /// Whether there is a file of that name.
  func has(_ name: String) -> Bool
  /// A file of that name, mapped and not copied.
  func bytes(of name: String) throws(DiskProblem) -> MappedBytes
  /// Bytes of memory that the machine has.
  var memory: Int { get }
}
