import Notes

/// Everything that is remembered between sessions, in one SQLite file that appears with the first
/// thing written; several programs may have it open at once.
package final class ProgressStore {
  /// The file's name in the state folder.
  package static let fileName = "progress.sqlite"

  /// The state folder.
  package let folder: Path
  /// The file's whole path.
  package let path: Path
  /// What the reader should be told, although the store works: a damaged file that was set aside,
  /// a folder that cannot be written; later ones are added at the end.
  package private(set) var notices: [StorageProblem] = []

  private var countOfTold = 0

  private let now: Int
  private var database: Database?
  private var preparedForWriting = false
  /// Whether the last failure may be that programs share no memory there.
  private var lacksSharing = false
  /// The last row that was looked at.
  var seen = 0

  private init(folder: Path, now: Int) {
    self.folder = folder
    self.path = folder.appending(Self.fileName)
    self.now = now
  }

  /// The store in that folder, which need not exist; `now`, in milliseconds of Unix time, dates
  /// the name of a damaged file. A newer, a foreign or an unreadable file throws, untouched.
  package static func open(folder: Path, now: Int) throws(StorageProblem) -> ProgressStore {
    let store = ProgressStore(folder: folder, now: now)
    ProgressFiles.makePrivate(folder)
    do throws(StorageProblem) {
      _ = try store.connection()
    } catch let problem where problem.isMendable {
      try store.recover(from: problem.alteration)
    }
    if let problem = store.obstacle { store.notices.append(problem) }
    return store
  }

  /// The next notice that this did not give before.
  package func nextNotice() -> StorageProblem? {
    guard countOfTold < notices.count else { return nil }
    countOfTold += 1
    return notices[countOfTold - 1]
  }

  /// Runs a query; a file that does not exist yet gives `empty`, a damaged one is replaced first.
  func reading<Result>(
    else empty: Result, _ query: (Database) throws(StorageProblem) -> Result
  ) throws(StorageProblem) -> Result {
    do throws(StorageProblem) {
      guard let database = try connection() else { return empty }
      database.limitSteps()
      try ProgressSchema.refuseNewer(database)
      return try query(database)
    } catch let problem where problem.isMendable {
      try recover(from: problem.alteration)
      guard let database = try connection() else { return empty }
      return try query(database)
    }
  }

  /// Runs changes in one transaction, stored on disk when this returns; the folder and the file are
  /// made if they are missing.
  func writing<Result>(
    _ change: (Database) throws(StorageProblem) -> Result
  ) throws(StorageProblem) -> Result {
    do throws(StorageProblem) {
      return try commit(change)
    } catch let problem where problem.isMendable {
      try recover(from: problem.alteration)
      return try commit(change)
    }
  }

  /// Runs one statement; its texts come first, then its numbers.
  func change(
    _ sql: String, _ texts: [String], _ numbers: [Int] = []
  ) throws(StorageProblem) {
    try writing { (database) throws(StorageProblem) in
      let statement = try Statement(sql, on: database)
      var index: Int32 = 0
      for text in texts {
        index += 1
        try statement.bind(text, at: index)
      }
      for number in numbers {
        index += 1
        statement.bind(number, at: index)
      }
      try statement.run()
    }
  }

  private func commit<Result>(
    _ change: (Database) throws(StorageProblem) -> Result
  ) throws(StorageProblem) -> Result {
    let database = try writableConnection()
    database.liftLimit()
    return try database.transaction { () throws(StorageProblem) in
      try ProgressSchema.refuseNewer(database)
      return try change(database)
    }
  }

  private func connection() throws(StorageProblem) -> Database? {
    if let database, !database.hasMoved { return database }
    database = nil
    preparedForWriting = false
    seen = 0
    guard let status = Disk.status(of: path) else { return nil }
    if !status.isRegular {
      let kind = status.isFolder ? "a folder" : "no plain file"
      throw .notAFile(path: path.description, kind: kind)
    }
    do throws(StorageProblem) {
      database = try open(.existing)
    } catch {
      if lacksSharing, let alone = try? open(.unshared) {
        database = alone
        return alone
      }
      switch error {
      case .unreadable, .unwritable:
        guard Disk.size(path + "-wal") == 0 else { throw error }
        database = try open(.frozen)
      default: throw error
      }
    }
    return database
  }

  private func open(_ access: Database.Access) throws(StorageProblem) -> Database? {
    let database = try Database(path: path, access: access)
    do throws(StorageProblem) {
      return try ProgressSchema.state(of: database) == .empty ? nil : database
    } catch {
      lacksSharing = database.lacksSharing
      database.leaveUntouched()
      throw error
    }
  }

  private func writableConnection() throws(StorageProblem) -> Database {
    // What could only be read at first may be writable by now.
    if let database, database.isReadOnly { self.database = nil }
    if let database = try connection(), preparedForWriting { return database }
    do throws(StorageProblem) {
      return try prepare()
    } catch {
      guard lacksSharing, let alone = try? open(.unshared) else { throw error }
      database = alone
      return try prepare()
    }
  }

  /// The connection, or a new file, made ready for writing.
  private func prepare() throws(StorageProblem) -> Database {
    if database == nil {
      try Disk.makePrivateFolder(folder)
      ProgressFiles.makePrivateFile(path)
      do throws(StorageProblem) {
        database = try Database(path: path, access: .creating)
      } catch .unreadable(let path, let reason) {
        throw .unwritable(path: path, reason: reason)
      }
    }
    guard let database else {
      throw .unwritable(path: path.description, reason: "it cannot be opened")
    }
    do throws(StorageProblem) {
      try ProgressSchema.prepare(database)
    } catch {
      lacksSharing = database.lacksSharing
      self.database = nil
      throw error
    }
    preparedForWriting = true
    return database
  }

  /// Puts a new file in the place of a damaged one, or of one that was altered by what is named.
  private func recover(from alteration: String?) throws(StorageProblem) {
    database?.leaveUntouched()
    database = nil
    let name = try ProgressFiles.setAside(path, at: now)
    let kept = try? commit { (new) throws(StorageProblem) in try rescue(from: name, into: new) }
    notices.append(
      .setAside(
        path: path.description, name: name.description, kept: kept ?? 0, altered: alteration))
  }

  private var obstacle: StorageProblem? {
    if let database {
      return database.isReadOnly
        ? .unwritable(path: path.description, reason: "it is read-only") : nil
    }
    return ProgressFiles.obstacle(toMaking: folder)
  }
}

extension StorageProblem {
  /// Whether a new file in the place of that one repairs it.
  fileprivate var isMendable: Bool {
    switch self {
    case .damaged, .altered: true
    default: false
    }
  }

  /// What another program defined in the file, if that is the problem.
  fileprivate var alteration: String? {
    if case .altered(_, let what) = self { what } else { nil }
  }
}
