import CSystem

/// Opens web addresses in the reader's browser: started directly, never through a shell.
enum Browser {
  /// Opens an address; what to tell the reader.
  static func open(_ address: String) -> String {
    guard address.hasPrefix("https://") || address.hasPrefix("http://") else {
      return "Only http and https addresses are opened"
    }
    var arguments: [UnsafeMutablePointer<CChar>?] = []
    for word in ["xdg-open", address] {
      let bytes = Array(word.utf8CString)
      let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
      copy.initialize(from: bytes, count: bytes.count)
      arguments.append(copy)
    }
    defer { for argument in arguments { argument?.deallocate() } }
    let status = system_spawn_quiet("xdg-open", arguments + [nil])
    return status == 0 ? "Opening \(address)" : "No browser could be started: \(address)"
  }
}
