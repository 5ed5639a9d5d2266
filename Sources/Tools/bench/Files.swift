import Libc

/// Removes a file, or a folder with all that is in it.
func removeTree(_ path: String) {
  guard remove(path) != 0, errno == ENOTEMPTY || errno == EEXIST else { return }
  for name in names(in: path) { removeTree(path + "/" + name) }
  remove(path)
}

/// The beginning of a text file, up to a limit in bytes.
func contents(of path: String, limit: Int = 1 << 16) -> String? {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { return nil }
  defer { close(file) }
  var bytes = [UInt8](repeating: 0, count: limit)
  let count = read(file, &bytes, limit)
  return count < 0 ? nil : String(decoding: bytes.prefix(count), as: UTF8.self)
}

/// The names in a folder; none if it is not there.
func names(in path: String) -> [String] {
  guard let folder = opendir(path) else { return [] }
  defer { closedir(folder) }
  var result: [String] = []
  while let entry = readdir(folder) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if name != "." && name != ".." { result.append(name) }
  }
  return result
}

/// A path that stays true in another folder.
func absolute(_ path: String) -> String {
  guard let full = realpath(path, nil) else { return path }
  defer { free(full) }
  return String(cString: full)
}
