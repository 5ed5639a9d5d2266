import Notes

/// What `LESSSECURE` asks for, as `less` has it: any value but an empty one and 0. Then no link is
/// opened, and no file is written but progress in its own folder.
struct SecureMode {
  let isOn: Bool

  init(environment: [String: String]) {
    isOn = !["", "0"].contains(environment["LESSSECURE"] ?? "")
  }

  /// Ends a command that is about to write files.
  func forbid(_ command: String) throws(ReadProblem) {
    if isOn {
      throw ReadProblem(
        "\(command) writes files, and nothing is written here but progress (LESSSECURE is set)")
    }
  }
}
