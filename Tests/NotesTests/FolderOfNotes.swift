@testable import Notes

/// A folder of these files, as it is once all of them are read.
func library(_ files: [(String, String)]) -> Library {
  Library(
    title: "n", key: "n", documents: files.map { Document(path: $0.0, bytes: Array($0.1.utf8)) })
}
