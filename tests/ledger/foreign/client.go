// Verifies a log of tiles with the Go project's own packages, of which nothing is ours:
//
//	client FOLDER KEY SIZES…
//
// FOLDER holds what a site serves below /ledger/, and `kept/SIZE`, checkpoints of earlier sizes. Of the receipts in
// FOLDER/proofs each must lead to a signed root. Prints one line; exit code 1 where anything does not hold.
package main

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type folder string

func (f folder) Height() int                                { return 8 }
func (f folder) SaveTiles(tiles []tlog.Tile, data [][]byte) {}
func (f folder) read(path string) []byte                    { return must(os.ReadFile(filepath.Join(string(f), path))) }
func (f folder) ReadTiles(tiles []tlog.Tile) (data [][]byte, err error) {
	for _, tile := range tiles {
		// Tiles of C2SP are of height 8 and do not say so.
		data = append(data, f.read(strings.Replace(tile.Path(), "tile/8/", "tile/", 1)))
	}
	return data, nil
}

func must[T any](value T, err error) T {
	check(err)
	return value
}

func check(err error) {
	if err != nil {
		fmt.Println("does not hold:", err)
		os.Exit(1)
	}
}

// Opens a signed checkpoint.
func open(text []byte, verifier note.Verifier) tlog.Tree {
	lines := strings.Split(must(note.Open(text, note.VerifierList(verifier))).Text, "\n")
	tree := tlog.Tree{N: must(strconv.ParseInt(lines[1], 10, 64))}
	copy(tree.Hash[:], must(base64.StdEncoding.DecodeString(lines[2])))
	return tree
}

// Entries of the bundles, each behind its length.
func (f folder) entries(size int64) (entries [][]byte) {
	for n := int64(0); n*256 < size; n++ {
		tile := tlog.Tile{H: 8, L: 0, N: n, W: int(min(256, size-n*256))}
		data := f.read(strings.Replace(tile.Path(), "tile/8/0/", "tile/entries/", 1))
		for len(data) > 0 {
			length := int(data[0])<<8 | int(data[1])
			entries, data = append(entries, data[2:2+length]), data[2+length:]
		}
	}
	return entries
}

func min(a, b int64) int64 {
	if a < b {
		return a
	}
	return b
}

func main() {
	log := folder(os.Args[1])
	verifier := must(note.NewVerifier(os.Args[2]))
	tree := open(log.read("checkpoint"), verifier)
	entries := log.entries(tree.N)
	if int64(len(entries)) != tree.N {
		check(fmt.Errorf("%d entries of %d", len(entries), tree.N))
	}
	if tree.N > 0 {
		verify(log, tree, entries, verifier)
	}
	fmt.Printf("holds: %d entries\n", tree.N)
}

func verify(log folder, tree tlog.Tree, entries [][]byte, verifier note.Verifier) {
	// Reads nothing that does not lead to the root.
	hashes := tlog.TileHashReader(tree, log)
	for first := 0; first < len(entries); first += 256 {
		var indexes []int64
		for n := first; n < len(entries) && n < first+256; n++ {
			indexes = append(indexes, tlog.StoredHashIndex(0, int64(n)))
		}
		for at, hash := range must(hashes.ReadHashes(indexes)) {
			if hash != tlog.RecordHash(entries[first+at]) {
				check(fmt.Errorf("entry %d is another", first+at))
			}
		}
	}
	for _, file := range must(filepath.Glob(filepath.Join(string(log), "kept/*"))) {
		old := open(must(os.ReadFile(file)), verifier)
		if old.N > 0 {
			check(tlog.CheckTree(must(tlog.ProveTree(tree.N, old.N, hashes)), tree.N, tree.Hash, old.N, old.Hash))
		}
	}
	for _, file := range must(filepath.Glob(filepath.Join(string(log), "proofs/*"))) {
		receipt(must(os.ReadFile(file)), entries, verifier)
	}
}

// A receipt, c2sp.org/tlog-proof: what stands in it, then the checkpoint.
func receipt(text []byte, entries [][]byte, verifier note.Verifier) {
	head, checkpoint, _ := bytes.Cut(text, []byte("\n\n"))
	tree := open(checkpoint, verifier)
	var proof tlog.RecordProof
	index := int64(-1)
	for _, line := range strings.Split(string(head), "\n")[1:] {
		if word, rest, found := strings.Cut(line, " "); found {
			if word == "index" {
				index = must(strconv.ParseInt(rest, 10, 64))
			}
			continue
		}
		var hash tlog.Hash
		copy(hash[:], must(base64.StdEncoding.DecodeString(line)))
		proof = append(proof, hash)
	}
	check(tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entries[index])))
}
