import Synchronization

/// Programs that have been brought to a place, kept for the next test that goes there. Tests run side
/// by side: the first of those that want the same place goes, and the others wait for it.
final class Visits: Sendable {
  private final class Visit: Sendable {
    let script = Mutex<Script?>(nil)
  }

  private let visits = Mutex<[String: Visit]>([:])

  func script(of place: String, going: () -> Script) -> Script {
    let visit = visits.withLock { visits in
      if let known = visits[place] { return known }
      let visit = Visit()
      visits[place] = visit
      return visit
    }
    return visit.script.withLock { script in
      if let script { return script }
      let arrived = going()
      script = arrived
      return arrived
    }
  }
}
