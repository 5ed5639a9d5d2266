import Libc

/// Ctrl-C held back while something is under way that should end in a sentence.
struct Interruption {
  private let signals: sigset_t
  /// Whoever started the program may have it ignore the key, which blocked signals forget.
  private let isIgnored: Bool

  init() {
    var action = sigaction()
    sigaction(SIGINT, nil, &action)
    isIgnored = unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, SIGINT)
    sigprocmask(SIG_BLOCK, &set, nil)
    signals = set
  }

  /// Whether it was pressed since.
  var isWaiting: Bool {
    if isIgnored { return false }
    var waiting = sigset_t()
    sigpending(&waiting)
    return sigismember(&waiting, SIGINT) == 1
  }

  /// Lets it do what it does; where it was pressed the program ends by it, as a shell expects.
  func happen() {
    var set = signals
    sigprocmask(SIG_UNBLOCK, &set, nil)
  }
}
