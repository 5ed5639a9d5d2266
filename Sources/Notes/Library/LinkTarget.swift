import Basics

/// Where a link in a lesson leads.
package enum LinkTarget: Equatable, Sendable {
  /// A lesson of these notes, perhaps a heading in it.
  case lesson(LessonID, anchor: String?)
  /// A web address, http or https.
  case web(WebAddress)
  /// A note that is not open, beside the file that is.
  case beside(Neighbour)
  /// Nowhere: why, as a sentence.
  case nowhere(Advice)
}

extension Library {
  /// Where a link leads that stands in a lesson.
  package func resolve(link: String, from id: LessonID) -> LinkTarget {
    var anchors = Anchors()
    return resolve(link: link, from: id, &anchors)
  }

  /// Where a link leads that names a note by whatever path: to that note, or to a heading in it.
  package func resolve(link: String, from id: LessonID, to document: Int) -> LinkTarget {
    let anchor = link.firstIndex(of: "#").map { link[$0...] } ?? ""
    guard !anchor.isEmpty else {
      return firstLesson(ofDocument: document).map { .lesson($0, anchor: nil) }
        ?? .nowhere("\(documents[document].path) holds no lesson")
    }
    let isWiki = WikiName(link) != nil
    return resolve(
      link: isWiki ? "[[\(anchor)" : String(anchor),
      from: LessonID(document: document, chapter: 0, lesson: 0))
  }

  /// Where one of many links leads; headings that were looked through are remembered.
  package func resolve(
    link: String, from id: LessonID, _ anchors: inout Anchors
  ) -> LinkTarget {
    if let name = WikiName(link) { return resolve(name, from: id, &anchors) }
    if link.hasPrefix("ref:") { return resolve(reference: link.dropFirst(4), from: id, &anchors) }
    let link = link.withoutOwnScheme
    let lower = link.lowercased()
    if lower.hasPrefix("http:") || lower.hasPrefix("https:") {
      do throws(WebAddress.Problem) { return .web(try WebAddress(link)) } catch {
        return .nowhere(Advice(error.message))
      }
    }
    if let colon = lower.firstIndex(of: ":"), !lower[..<colon].contains("/"),
      !lower[..<colon].contains("#"), !lower[..<colon].isEmpty
    {
      return .nowhere("only http and https links are opened, not \(lower[..<colon]):")
    }
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let anchor = parts.count > 1 ? RelativePath.percentDecoded(String(parts[1])) : nil
    let path = RelativePath.percentDecoded(String(parts.first ?? ""))
    // What a site is asked for besides, as `?tab=a`, is no part of a path.
    let bare = RelativePath.percentDecoded(String((parts.first ?? "").prefix { $0 != "?" }))
    guard
      let document = document(at: path, from: id)
        ?? (bare.isEmpty ? nil : document(at: bare, from: id))
    else {
      if anchor == nil, let found = resolve(placeNamed: link, from: id, &anchors) { return found }
      if !isFile, !bare.isEmpty,
        let first = fileNames.firstFile(inFolder: bare, from: folder(of: id)),
        let lesson = firstLesson(ofDocument: first)
      {
        return .lesson(lesson, anchor: nil)
      }
      if path.hasPrefix("/") {
        return .nowhere(
          "\(path) is a path from the root of a site, and no note here has a path that ends so")
      }
      if isFile {
        return .beside(Neighbour(path: bare.isEmpty ? path : bare, from: folder(of: id)))
      }
      let near = note(near: path, from: id, &anchors).map { "did you mean \($0)?" } ?? ""
      return .nowhere(Advice("\(path) is not among these notes", remedy: near))
    }
    guard let anchor, !anchor.isEmpty else {
      return firstLesson(ofDocument: document).map { .lesson($0, anchor: nil) }
        ?? .nowhere("\(path) holds no lesson")
    }
    // As GitHub writes it, as it stands in the heading, and with the icons that the heading has none of here.
    for slug in [anchor.lowercased(), Slugs.slug(anchor), Icon.anchorWithout(anchor.lowercased())] {
      if let found = anchors.heading(slug, inDocument: document, of: self) {
        return .lesson(found.lesson, anchor: found.anchor)
      }
    }
    if let lesson = anchors.named(inDocument: document, of: self).lesson(ofElement: anchor) {
      return .lesson(lesson, anchor: nil)
    }
    if let place = anchors.place(named: anchor, of: self, preferring: document),
      path.isEmpty || place.document == document,
      let lesson = anchors.named(inDocument: place.document, of: self).lesson(at: place.byte)
    {
      return .lesson(lesson, anchor: place.title.map { Slugs.slug($0) })
    }
    if let lesson = lesson(ofPlaceMade: anchor, inDocument: document) {
      return .lesson(lesson, anchor: nil)
    }
    if documents[document].bytes.count <= Self.mostLookedThrough,
      let found = anchors.headings(inDocument: document, of: self).heading(lettered: anchor)
    {
      return .lesson(found.lesson, anchor: found.anchor)
    }
    let near = anchors.nearest(to: anchor, inDocument: document)
    return .nowhere(
      Advice(
        "there is no heading #\(anchor)", remedy: near.map { "did you mean #\($0)?" } ?? ""))
  }

  /// Where a role of MyST's leads that names a place, or else a note, as `{any}` may.
  private func resolve(
    reference name: Substring, from id: LessonID, _ anchors: inout Anchors
  ) -> LinkTarget {
    let place = resolve(link: "#\(name)", from: id, &anchors)
    guard case .nowhere = place, document(at: String(name), from: id) != nil else { return place }
    return resolve(link: String(name), from: id, &anchors)
  }

  /// Where `[text](name)` of MyST leads that names a place, as it stands; nil where no place is called so.
  private func resolve(
    placeNamed name: String, from id: LessonID, _ anchors: inout Anchors
  ) -> LinkTarget? {
    guard !name.isEmpty,
      let place = anchors.place(named: name, of: self, preferring: id.document),
      let lesson = anchors.named(inDocument: place.document, of: self).lesson(at: place.byte)
    else { return nil }
    return .lesson(lesson, anchor: place.title.map { Slugs.slug($0) })
  }

  /// A larger file, in bytes, is not read whole for a heading that is called almost so.
  private static let mostLookedThrough = 4_000_000

  /// The path of a file, from the folder that was opened on, that a lesson's link or picture names; nil
  /// where it leads out of that folder.
  package func path(ofFile path: String, from id: LessonID) -> String? {
    let whole = anyPath(ofFile: path, from: id)
    return whole.hasPrefix("..") ? nil : whole
  }

  /// The path of a file out of that folder which a lesson's link or picture names; nil where it lies in it.
  package func path(ofFileOutside path: String, from id: LessonID) -> String? {
    let whole = anyPath(ofFile: path, from: id)
    return whole.hasPrefix("..") ? whole : nil
  }

  private func anyPath(ofFile path: String, from id: LessonID) -> String {
    RelativePath.resolved(
      RelativePath.percentDecoded(path), from: folder(of: id), leavingRoot: true)
  }

  /// The folders that a lesson's file stands in.
  func folder(of id: LessonID) -> [Substring] {
    documents.indices.contains(id.document)
      ? documents[id.document].path.split(separator: "/").dropLast() : []
  }

  /// More notes are not compared with a path that leads to none.
  private static let mostCompared = 2_000

  /// The path of a note, as a lesson's link has it, that one is probably a slip of.
  private func note(
    near path: String, from id: LessonID, _ anchors: inout Anchors
  ) -> String? {
    let slip = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    // Of a name of a letter or two any other is near.
    let length = slip.split(separator: "/").last?.prefix { $0 != "." }.count ?? 0
    guard documents.count <= Self.mostCompared, length > 2 else { return nil }
    let folder = folder(of: id).map { $0 + "/" }.joined()
    let paths = (0..<documents.count).compactMap { index -> String? in
      let whole = documents[index].path
      return whole.hasPrefix(folder) ? String(whole.dropFirst(folder.count)) : nil
    }
    return anchors.nearest(to: slip, among: paths, within: length < 6 ? 1 : 2)
  }

  /// No system has longer paths.
  private static let longestPath = 4096

  /// Whether a link is the path of one of these notes as a whole.
  package func isNote(_ link: String, from id: LessonID) -> Bool {
    document(at: RelativePath.percentDecoded(link), from: id) != nil
  }

  private func document(at path: String, from id: LessonID) -> Int? {
    if path.isEmpty { return id.document }
    guard path.utf8.count <= Self.longestPath, documents.indices.contains(id.document) else {
      return nil
    }
    let wanted = RelativePath.resolved(path, from: folder(of: id), leavingRoot: isFile)
    let files = fileNames
    func file(_ path: Substring) -> Int? {
      NoteName.paths(meantBy: String(path)).lazy.compactMap { files.file(at: $0, in: self) }.first
    }
    if let found = file(wanted[...]) { return found }
    guard path.hasPrefix("/") else {
      // A page's address ends in a folder of its own, from which its site sees others.
      let stem = documents[id.document].path.split(separator: "/").last?.prefix { $0 != "." } ?? ""
      guard NoteName.ending(of: path) == nil, stem != "index", stem != "README" else { return nil }
      return file(
        RelativePath.resolved(path, from: folder(of: id) + [stem], leavingRoot: true)[...])
    }
    // From the root of a site, whose first folders these notes do not have.
    var rest = wanted[...]
    while let slash = rest.firstIndex(of: "/") {
      rest = rest[rest.index(after: slash)...]
      if let found = file(rest) { return found }
    }
    // Nor its last ones, as those of one of several languages: of several such notes the nearest.
    rest = wanted[...]
    while !rest.isEmpty {
      let names = (rest.contains("/") ? [""] : []) + ["/index", "/README"]
      for name in names {
        if let found = files.file(named: rest + name, near: id.document, in: self) { return found }
      }
      rest = rest.drop { $0 != "/" }.dropFirst()
    }
    return nil
  }
}

extension String {
  /// A link of MyST without what says only that it leads into these notes: `project:x.md#a`, and what its
  /// role became, `doc:name`.
  fileprivate var withoutOwnScheme: String {
    for scheme in ["doc:", "project:"] where hasPrefix(scheme) {
      return String(dropFirst(scheme.count))
    }
    return self
  }
}
