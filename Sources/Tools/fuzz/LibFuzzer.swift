import FuzzTargets
import Libc

/// libFuzzer's own main function, for programs that have one already: arguments by reference, and
/// what it calls with each input.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// `fuzz --target=NAME [options of libFuzzer] [folders]`: guided by coverage, until something breaks.
@main
struct LibFuzzer {
  /// libFuzzer leaves arguments with two dashes alone.
  private static let target = allTargets.first {
    CommandLine.arguments.contains("--target=\($0.name)")
  }

  static func main() {
    guard target != nil else {
      print("--target= needs one of \(allTargets.map { $0.name }.joined(separator: ", "))")
      exit(2)
    }
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    exit(
      runDriver(&count, &arguments) { bytes, count in
        let bytes = Array(UnsafeBufferPointer(start: bytes, count: count))
        do throws(Broken) { try LibFuzzer.target?.run(bytes) } catch {
          // A promise that does not hold is a trap for libFuzzer; what waits to be written is written first.
          print(error.message)
          fflush(nil)
          abort()
        }
        return 0
      })
  }
}
