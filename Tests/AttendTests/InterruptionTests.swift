import Libc
import Testing

@testable import attend

@Suite struct InterruptionTests {
  /// A shell that runs something in the background has it ignore the key; it is not to stop by it.
  @Test func aKeyThatIsIgnoredIsNotWaiting() {
    let before = signal(SIGINT, SIG_IGN)
    defer { signal(SIGINT, before) }
    let ignored = Interruption()
    raise(SIGINT)
    #expect(!ignored.isWaiting)
    // Whoever ignores a signal forgets what has come.
    signal(SIGINT, SIG_IGN)
    signal(SIGINT, SIG_DFL)
    let pressed = Interruption()
    #expect(!pressed.isWaiting)
    raise(SIGINT)
    #expect(pressed.isWaiting)
    signal(SIGINT, SIG_IGN)
    #expect(!pressed.isWaiting)
    pressed.happen()
  }
}
