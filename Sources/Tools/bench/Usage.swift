/// What the processes of one session use, read from /proc.
struct Usage {
  /// Each process's highest resident memory so far, in kilobytes.
  var peaks: [Int32: Int] = [:]
  /// The resident memory of all, in kilobytes.
  var resident = 0
  /// The processor time of all their present threads, in nanoseconds.
  var processorTime: UInt64 = 0

  init(session: Int32) {
    for name in names(in: "/proc") {
      guard let pid = Int32(name), Self.session(of: pid) == session else { continue }
      let status = contents(of: "/proc/\(pid)/status") ?? ""
      peaks[pid] = Self.kilobytes("VmHWM:", in: status)
      resident += Self.kilobytes("VmRSS:", in: status)
      for thread in names(in: "/proc/\(pid)/task") {
        let times = contents(of: "/proc/\(pid)/task/\(thread)/schedstat") ?? ""
        processorTime += UInt64(times.prefix { $0 != " " }) ?? 0
      }
    }
  }

  /// How much memory programs may use: half of what is free, in kilobytes.
  static var memoryLimit: Int {
    kilobytes("MemAvailable:", in: contents(of: "/proc/meminfo") ?? "") / 2
  }

  private static func session(of pid: Int32) -> Int32? {
    // The name, in parentheses, may hold anything: the fields are counted from its end.
    guard let text = contents(of: "/proc/\(pid)/stat"), let end = text.lastIndex(of: ")")
    else { return nil }
    let fields = text[end...].split(separator: " ")
    return fields.count > 4 && fields[1] != "Z" ? Int32(fields[4]) : nil
  }

  private static func kilobytes(_ field: String, in text: String) -> Int {
    for line in text.split(separator: "\n") where line.hasPrefix(field) {
      return Int(line.split(separator: " ").dropFirst().first ?? "") ?? 0
    }
    return 0
  }
}
