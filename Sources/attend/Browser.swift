import CSystem

/// Opens web addresses in the reader's browser: started directly, never through a shell.
enum Browser {
  /// Opens an address; what to tell the reader.
  static func open(_ address: String) -> String {
    guard address.hasPrefix("https://") || address.hasPrefix("http://") else {
      return "Only http and https addresses are opened"
    }
    let words = ["xdg-open", address].map { Array($0.utf8CString) }
    let status = ProgramArguments.with(words) { system_spawn_quiet("xdg-open", $0) }
    return status == 0 ? "Opening \(address)" : "No browser could be started: \(address)"
  }
}
